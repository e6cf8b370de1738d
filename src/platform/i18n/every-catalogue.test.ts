import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { isLocale } from './index.ts'

const source = fileURLToPath(new URL('../../', import.meta.url))
const files = globSync('**/words/*.json', { cwd: source })
const folders = [...new Set(files.map(dirname))]

type Texts = Record<string, string>
type Message = ReturnType<IntlMessageFormat['getAst']>

const read = (file: string): Texts =>
  existsSync(`${source}/${file}`) ? JSON.parse(readFileSync(`${source}/${file}`, 'utf8')) : {}

const parsed = (text: string, locale: string): Message => new IntlMessageFormat(text, locale).getAst()

const LITERAL = 0

/** Everything a message must be given: `count`, `<link>`. */
function argumentsOf(message: Message): string[] {
  return message.flatMap((piece) => {
    const inside = 'children' in piece ? argumentsOf(piece.children) : []
    const options = 'options' in piece ? Object.values(piece.options).map(({ value }) => value) : []
    const own = piece.type === LITERAL || !('value' in piece) ? [] : [piece.value]
    return [...('children' in piece ? [`<${piece.value}>`] : own), ...inside, ...options.flatMap(argumentsOf)]
  })
}

const needed = (text: string, locale: string) => [...new Set(argumentsOf(parsed(text, locale)))].sort()

function wordsIn(message: Message): string {
  const inside = message.map((piece) => {
    if ('children' in piece) return wordsIn(piece.children)
    if ('options' in piece)
      return Object.values(piece.options)
        .map(({ value }) => wordsIn(value))
        .join(' ')
    return piece.type === LITERAL ? piece.value : ' '
  })
  return inside.join('')
}

/** Written in French as in English, and looked at. */
const alike = new Set(
  `administration alpha annotation attachments audit code codes confirmation contact contributions date
    dates description document documents exactement exclusions files format formats important installation
    jsonl csv json lines message minutes modification notes notice organisation organisations page pages
    pagination points publication phase question questions rapporteur section service session sessions
    source sources spam stages status type types verify mjs zip txt sha atom api parley import file request introduction vote votes
    docket correction position suggestion suggestions version versions`.split(/\s+/),
)

/** Same letters, though there are words in them that French would write otherwise. */
function looksUntranslated(english: string, french: string): boolean {
  if (english !== french) return false
  const words = wordsIn(parsed(english, 'en')).match(/\p{L}{2,}/gu) ?? []
  return words.some((word) => !alike.has(word.toLowerCase()))
}

test('catalogues are found', () => {
  expect(folders.length).toBeGreaterThan(0)
})

describe.each(files)('%s', (file) => {
  const locale = basename(file, '.json')
  const entries = Object.entries(read(file))

  test('is in a language the house knows', () => {
    expect(isLocale(locale)).toBe(true)
  })

  test('holds at least one message, and none is empty', () => {
    expect(entries.length).toBeGreaterThan(0)
    expect(entries.filter(([, text]) => typeof text !== 'string' || text.trim() === '')).toEqual([])
  })

  test('parses message by message', () => {
    for (const [key, text] of entries) {
      expect(() => new IntlMessageFormat(String(text), locale), `${file}: ${key}`).not.toThrow()
    }
  })
})

describe.each(folders)('%s in French', (folder) => {
  const [english, french] = [read(`${folder}/en.json`), read(`${folder}/fr.json`)]
  const both = Object.keys(english).filter((key) => key in french)
  const texts = (key: string) => [String(english[key]), String(french[key])] as const

  test('says everything that the English says', () => {
    const missing = Object.keys(english).filter((key) => !(key in french))
    expect(missing, `write these keys in src/${folder}/fr.json, with the terms of docs/french.md`).toEqual([])
    const extra = Object.keys(french).filter((key) => !(key in english))
    expect(extra, `take these keys out of src/${folder}/fr.json: the English has them no more`).toEqual([])
  })

  test('asks for the same values', () => {
    const asked = (locale: 'en' | 'fr') =>
      both.map((key) => [key, ...needed(texts(key)[locale === 'en' ? 0 : 1], locale)])
    expect(asked('fr')).toEqual(asked('en'))
  })

  test('is not left in English', () => {
    expect(both.filter((key) => looksUntranslated(...texts(key)))).toEqual([])
  })

  test('calls a comment what docs/french.md calls it', () => {
    const other = (key: string) => /commentaire/i.test(String(french[key])) && !key.includes('margin')
    expect(Object.keys(french).filter(other)).toEqual([])
  })

  test('is written with ’, which no message takes for a quotation', () => {
    expect(Object.keys(french).filter((key) => /\w'\w/.test(String(french[key])))).toEqual([])
  })
})

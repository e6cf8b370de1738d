import { hash } from 'node:crypto'
import type { FileStore } from '../../platform/files/index.ts'
import { paragraphsOf } from '../../platform/text/index.ts'
import { type Folded, type Found, findWords, foldText } from '../../texts/index.ts'
import type { WholeWaiting } from '../posting/read-waiting.ts'
import { type Looked, lookThrough } from './look-through.ts'
import { type Prepared, searchedText } from './prepare-redaction.ts'
import type { Term } from './terms.ts'

/** Where something is that would be published. */
export type Where =
  | { in: 'text'; key: string; paragraph: number }
  | { in: 'name' | 'organisation' }
  | { in: 'file-name' | 'file' | 'unsearchable'; key: string }

/** What would give away what is left out. */
export interface Leak {
  where: Where
  words: string
  /** Nothing is published before it is gone; another may be shown by an express word of the moderator. */
  stops: boolean
}

const A_PLACE = 20

function hitsIn(folded: Folded, { words, binding }: Term): (Found & { stops: boolean })[] {
  return findWords(folded, words)
    .map((found) => ({ ...found, stops: binding && found.whole }))
    .sort((a, b) => Number(b.stops) - Number(a.stops))
    .slice(0, A_PLACE)
}

function inTexts({ texts, terms }: Prepared): Leak[] {
  return texts.flatMap((one) => {
    const folded = foldText(searchedText(one))
    const paragraphs = paragraphsOf(folded.text)
    return terms.flatMap((term) =>
      hitsIn(folded, term).map(({ start, end, stops }) => {
        const number = paragraphs.find((paragraph) => paragraph.end > start)?.number ?? 1
        const where = { in: 'text', key: one.key, paragraph: number } as const
        return { where, words: folded.text.slice(start, end), stops }
      }),
    )
  })
}

function inLine(where: Where, line: string, terms: readonly Term[], mayStop: boolean): Leak[] {
  const folded = foldText(line)
  return terms.flatMap((term) =>
    hitsIn(folded, term)
      .slice(0, 1)
      .map(({ stops }) => ({ where, words: term.words, stops: stops && mayStop })),
  )
}

/** A sender who is shown with the name wished so: whether that gives somebody away is for the moderator to say. */
function inFacts({ comment, particulars }: WholeWaiting, terms: readonly Term[]): Leak[] {
  if (!comment.named) return []
  const { name, organisation } = particulars ?? {}
  return [
    ...inLine({ in: 'name' }, name ?? '', terms, false),
    ...inLine({ in: 'organisation' }, organisation ?? '', terms, false),
  ]
}

/** The files that would be offered. */
export function offeredFiles({ comment, attachments }: WholeWaiting, { redacted }: Prepared) {
  const sent = attachments.map((one) => one.sent)
  return sent.filter(
    ({ id, publication }) => comment.named && publication !== 'confidential' && !redacted.heldBack.has(id),
  )
}

async function look(files: FileStore, sha256: string): Promise<Looked> {
  const pieces: Buffer[] = []
  for await (const piece of await files.read(sha256)) pieces.push(Buffer.from(piece))
  return lookThrough(Buffer.concat(pieces))
}

function inFile(key: string, { searchable, unsearchable }: Looked, terms: readonly Term[]): Leak[] {
  const found = new Map<string, Leak>()
  for (const text of searchable)
    for (const leak of inLine({ in: 'file', key }, text, terms, true))
      if (leak.stops || !found.has(leak.words)) found.set(leak.words, leak)
  const unseen: Leak = { where: { in: 'unsearchable', key }, words: '', stops: false }
  return [...found.values(), ...(unsearchable ? [unseen] : [])]
}

/** Every place where what is left out would still be read, in all that posting would publish. */
export async function findLeaks(files: FileStore, whole: WholeWaiting, prepared: Prepared): Promise<Leak[]> {
  const { terms } = prepared
  const leaks = [...inTexts(prepared), ...inFacts(whole, terms)]
  if (terms.length === 0) return leaks
  for (const { position, name, sha256 } of offeredFiles(whole, prepared)) {
    const key = `attachment-${position + 1}`
    leaks.push(...inLine({ in: 'file-name', key }, name, terms, true))
    leaks.push(...inFile(key, await look(files, sha256), terms))
  }
  return leaks
}

/** Names these leaks, so that a moderator's word counts for them and for no others. */
export function nameLeaks(leaks: readonly Leak[]): string {
  return hash('sha256', JSON.stringify(leaks.filter(({ stops }) => !stops)))
}

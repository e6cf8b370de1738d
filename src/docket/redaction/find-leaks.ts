import { hash } from 'node:crypto'
import { type FileStore, type Searched, searchFile } from '../../platform/files/index.ts'
import { type Folded, type Found, findWords, foldText, paragraphsOf } from '../../platform/text/index.ts'
import type { WholeWaiting } from '../posting/read-waiting.ts'
import { type Prepared, searchedText } from './prepare-redaction.ts'
import type { Term } from './terms.ts'

/** Where something is that would be published. */
export type Where =
  | { in: 'text'; key: string; paragraph: number }
  | { in: 'name' | 'organisation' | 'signatory' }
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
function inFacts({ comment, particulars, signatories }: WholeWaiting, terms: readonly Term[]): Leak[] {
  if (!comment.named) return []
  const { name, organisation } = particulars ?? {}
  return [
    ...inLine({ in: 'name' }, name ?? '', terms, false),
    ...inLine({ in: 'organisation' }, organisation ?? '', terms, false),
    ...signatories.flatMap((signs) => inLine({ in: 'signatory' }, signs, terms, false)),
  ]
}

/** The files that would be offered. */
export function offeredFiles({ comment, attachments }: WholeWaiting, { redacted }: Prepared) {
  const sent = attachments.map((one) => one.sent)
  return sent.filter(
    ({ id, publication }) => comment.named && publication !== 'confidential' && !redacted.heldBack.has(id),
  )
}

/** Words in bytes are held against the marked ones; a file of which no text could be read says too little of itself. */
function inFile(
  key: string,
  { found, unsearchable }: Searched,
  terms: readonly Term[],
  read: boolean,
): Leak[] {
  const leaks = terms.flatMap(({ words, binding }, at): Leak[] => {
    const stands = found[at] ?? 'nowhere'
    if (stands === 'nowhere') return []
    return [{ where: { in: 'file', key }, words, stops: binding && stands === 'whole' }]
  })
  const unseen: Leak = { where: { in: 'unsearchable', key }, words: '', stops: false }
  return [...leaks, ...(unsearchable || !read ? [unseen] : [])]
}

/** Every place where what is left out would still be read, in all that posting would publish. */
export async function findLeaks(files: FileStore, whole: WholeWaiting, prepared: Prepared): Promise<Leak[]> {
  const { terms } = prepared
  const leaks = [...inTexts(prepared), ...inFacts(whole, terms)]
  if (terms.length === 0) return leaks
  const sought = terms.map(({ words }) => words)
  for (const { position, name, sha256, extraction } of offeredFiles(whole, prepared)) {
    const key = `attachment-${position + 1}`
    leaks.push(...inLine({ in: 'file-name', key }, name, terms, true))
    const searched = await searchFile(files.pathOf(sha256), sought)
    leaks.push(...inFile(key, searched, terms, extraction === 'done'))
  }
  return leaks
}

/** Names these leaks, so that a moderator's word counts for them and for no others. */
export function nameLeaks(leaks: readonly Leak[]): string {
  return hash('sha256', JSON.stringify(leaks.filter(({ stops }) => !stops)))
}

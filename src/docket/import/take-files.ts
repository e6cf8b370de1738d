import { createReadStream } from 'node:fs'
import type { FileStore } from '../../platform/files/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { Attachment } from '../comments/model.ts'
import { addFile, type FileRefusal } from '../intake/add-file.ts'
import type { KeyedRow } from './keyed-row.ts'
import type { NamedFile, Remark } from './model.ts'
import type { FilesBeside } from './sources/files-beside.ts'
import { say } from './words.ts'

type TakenFile = Omit<Attachment, 'publication'>

/** What came of the files that a row names: those that are kept now, those that are not, and why. */
export interface RowFiles {
  taken: TakenFile[]
  missing: string[]
  warnings: Remark[]
}

export interface FileTaking {
  files: FileStore
  beside: FilesBeside | undefined
  at: Instant
}

/** Keeps the files a row names and reads their text; one that is not there is named, and keeps nothing else back. */
export async function takeFiles(taking: FileTaking, row: KeyedRow): Promise<RowFiles> {
  const found: RowFiles = { taken: [], missing: [], warnings: [] }
  if (row.submission.kind !== 'submission') return lookForFiles(taking, row, found)
  for (const named of row.submission.attachments) await takeFile(taking, row, named, found)
  const { text, answers, attachments } = row.submission
  if (attachments.length === 0 && answers.length === 0 && pointsElsewhere(text))
    found.warnings.push(say('onlyPoints'))
  if (attachments.length > 0 && found.taken.length === 0 && answers.length === 0 && text === '')
    found.warnings.push(say('onlyFiles'))
  return found
}

/** Files of a docket's own documents are looked for, and not kept with its comments. */
async function lookForFiles({ beside }: FileTaking, { submission, place }: KeyedRow, found: RowFiles) {
  const { attachments, originalId: id } = submission
  for (const named of attachments) {
    if (await beside?.find(named, { id, place })) continue
    found.missing.push(named.name)
    found.warnings.push(say('fileMissing', { name: named.name }))
  }
  return found
}

async function takeFile(
  { files, beside, at }: FileTaking,
  { submission: { originalId: id }, place }: KeyedRow,
  named: NamedFile,
  found: RowFiles,
): Promise<void> {
  const there = await beside?.find(named, { id, place })
  const kept = there && (await addFile(files, { name: there.name, bytes: createReadStream(there.path) }, at))
  if (kept === undefined) found.warnings.push(say('fileMissing', { name: named.name }))
  else if ('why' in kept) found.warnings.push(sentenceOf(kept))
  if (kept === undefined || 'why' in kept) found.missing.push(named.name)
  else found.taken.push(withoutId(kept))
}

function withoutId<Kept extends { id: unknown }>({ id: _, ...file }: Kept): Omit<Kept, 'id'> {
  return file
}

function sentenceOf(refusal: FileRefusal): Remark {
  return say('fileRefused', { name: refusal.name, why: refusal.why.replaceAll('-', '_') })
}

/** “See attached file(s)” says nothing itself; where no attachment is named either, that must be heard. */
function pointsElsewhere(text: string): boolean {
  return text.length < 120 && /\b(see|find|refer to)\b[^.]{0,30}\battach/i.test(text)
}

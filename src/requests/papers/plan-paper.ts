import { type FileStore, headLength, judgeFile, mediaTypes } from '../../platform/files/index.ts'
import type { WordKey } from '../words.ts'
import type { Paper, PaperId, StoredFile } from './model.ts'

/** What the form for one paper brought. */
export interface SentPaper {
  title: string
  url: string
  file: { name: string; bytes: Buffer } | undefined
  tooLarge: boolean
}

type Problems = ReadonlyMap<string, WordKey>

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text)
}

function problemsOf({ title, url, file, tooLarge }: SentPaper): Problems {
  const problems = new Map<string, WordKey>()
  if (title.trim() === '') problems.set('title', 'paperTitleMissing')
  if (title.length > 300) problems.set('title', 'tooLong')
  if (tooLarge) problems.set('file', 'paperTooLarge')
  else if (file && url) problems.set('url', 'paperBoth')
  else if (!file && !url) problems.set('url', 'paperNothing')
  else if (url && !isWebAddress(url)) problems.set('url', 'paperUrlForm')
  return problems
}

/** Reads a paper from its form and keeps its file, or says what is wrong, field by field. */
export async function planPaper(
  sent: SentPaper,
  id: PaperId,
  files: FileStore,
): Promise<{ paper: Paper } | { problems: Problems }> {
  const problems = problemsOf(sent)
  if (problems.size > 0) return { problems }
  const title = sent.title.trim()
  if (!sent.file) return { paper: { id, title, url: sent.url } }
  const kept = await keep(sent.file, files)
  return typeof kept === 'string'
    ? { problems: new Map([['file', kept]]) }
    : { paper: { id, title, file: kept } }
}

const refusals: Record<'too-large' | 'empty' | 'infected' | 'not-checked', WordKey> = {
  'too-large': 'paperTooLarge',
  empty: 'paperEmpty',
  infected: 'paperInfected',
  'not-checked': 'paperNotChecked',
}

async function keep(
  { name, bytes }: { name: string; bytes: Buffer },
  files: FileStore,
): Promise<StoredFile | WordKey> {
  if (bytes.length === 0) return 'paperEmpty'
  const judged = judgeFile(name, bytes.subarray(0, headLength))
  if ('refused' in judged) return judged.refused === 'kind-not-taken' ? 'paperKind' : 'paperLies'
  const put = await files.put(one(bytes), bytes.length)
  if ('refused' in put) return refusals[put.refused]
  return { sha256: put.sha256, name, mediaType: mediaTypes[judged.kind], bytes: put.size }
}

async function* one(bytes: Buffer) {
  yield bytes
}

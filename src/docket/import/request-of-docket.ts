import { createReadStream } from 'node:fs'
import type { FileStore } from '../../platform/files/index.ts'
import { newId } from '../../platform/id.ts'
import { type Instant, parseInstant } from '../../platform/time.ts'
import { type BareRequest, isDocketNumber, type Paper } from '../../requests/index.ts'
import { addFile } from '../intake/add-file.ts'
import { columnsOf } from './columns.ts'
import type { Row } from './model.ts'
import { openSource, type Source, type SourceRefusal } from './sources/open-source.ts'
import { type Submission, understand } from './understand.ts'

export type DocketRefusal =
  | SourceRefusal
  | { refused: 'no-docket' }
  | { refused: 'several-dockets'; dockets: string[] }
  | { refused: 'no-dates'; docket: string }
  | { refused: 'no-docket-number'; docket: string }

/** Deadlines of that service are announced in the time of its capital. */
const zone = 'America/New_York'
const longestTitle = 300
const none = new Map()

interface Told {
  row: Row
  said: Submission
}

async function readDocket(source: Source): Promise<{ dockets: Told[]; documents: Told[] }> {
  const all: Told[] = []
  for await (const row of source.rows()) {
    if ('failed' in row) continue
    const said = understand(row, columnsOf([...row.cells.keys()], none), new Set())
    if (said.kind === 'docket' || said.kind === 'document') all.push({ row, said })
  }
  const of = (kind: string) => all.filter(({ said }) => said.kind === kind)
  return { dockets: of('docket'), documents: of('document') }
}

/**
 * A request made of a docket elsewhere: its title, what it says of itself, the dates of the document that was commented on,
 * and its documents as background papers, each a link or, where its file came along, the file.
 */
export async function requestOfDocket(
  path: string,
  files: FileStore,
  at: Instant,
): Promise<BareRequest | DocketRefusal> {
  const source = await openSource(path, { lone: true })
  if ('refused' in source) return source
  try {
    const { dockets, documents } = await readDocket(source)
    const [docket] = dockets
    if (!docket) return { refused: 'no-docket' }
    if (dockets.length > 1) return { refused: 'several-dockets', dockets: dockets.map(idOf) }
    const plan = planOf(docket, documents)
    return 'refused' in plan ? plan : { ...plan, papers: await papersOf(source, documents, files, at) }
  } finally {
    await source.close()
  }
}

const idOf = ({ said }: Told): string => said.originalId ?? ''
const cell = ({ row }: Told, name: string) => row.cells.get(name)?.trim() || undefined
const instantIn = (told: Told, name: string) => parseInstant(cell(told, name) ?? '')

function planOf(docket: Told, documents: readonly Told[]): BareRequest | DocketRefusal {
  const number = idOf(docket)
  if (!isDocketNumber(number)) return { refused: 'no-docket-number', docket: number }
  const open = documents.find((one) => instantIn(one, 'commentStartDate') && instantIn(one, 'commentEndDate'))
  const opensAt = open && instantIn(open, 'commentStartDate')
  const deadline = open && instantIn(open, 'commentEndDate')
  if (!opensAt || !deadline || opensAt >= deadline) return { refused: 'no-dates', docket: number }
  const title = (cell(docket, 'title') ?? number).slice(0, longestTitle)
  const said = [cell(docket, 'dkAbstract'), open && cell(open, 'docAbstract')]
  const notice = said.flatMap((one) => (one === undefined ? [] : [unfolded(one)])).join('\n\n')
  return { docket: number, title, notice, opensAt, deadline: { at: deadline, zone }, process: undefined }
}

/** Its lines were broken by hand, and are no paragraphs. */
const unfolded = (text: string) => text.replace(/ *\r?\n(?!\r?\n)/g, ' ')

async function papersOf(
  source: Source,
  documents: readonly Told[],
  files: FileStore,
  at: Instant,
): Promise<Paper[]> {
  const papers: Paper[] = []
  for (const one of documents) {
    const paper = {
      id: newId<'paper'>(at.getTime()),
      title: (cell(one, 'title') ?? idOf(one)).slice(0, longestTitle),
    }
    const file = await fileOf(source, one, files, at)
    papers.push(
      file ? { ...paper, file } : { ...paper, url: `https://www.regulations.gov/document/${idOf(one)}` },
    )
  }
  return papers
}

/** The first of its formats that came along and is a kind of file that is kept. */
async function fileOf({ beside }: Source, { row, said }: Told, files: FileStore, at: Instant) {
  for (const named of said.attachments) {
    const there = await beside?.find(named, { id: said.originalId, place: row.place })
    const kept =
      there && (await addFile(files, { name: there.name, bytes: createReadStream(there.path) }, at))
    if (kept && !('why' in kept)) {
      const { name, mediaType, bytes, sha256 } = kept
      return { name, mediaType, bytes, sha256 }
    }
  }
  return undefined
}

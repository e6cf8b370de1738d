import { paragraphsOf } from '../../../platform/text/index.ts'

/** Where a comment puts an issue: 1 is what should be taken up first; the same number twice is a tie. */
export interface Ranked {
  issue: number
  rank: number
}

export interface Proposal {
  title: string
  why: string
}

/** A proposal goes by the paragraph it begins with: paragraphs keep their numbers when something is redacted. */
export interface PlacedProposal extends Proposal {
  paragraph: number
}

/** What an answer says to a question that asks which issues the process should take up. */
export interface IssueAnswer {
  ranked: readonly Ranked[]
  /** What is said about it freely. */
  remark: string
  proposals: readonly Proposal[]
}

const rankedLine = /^(\d{1,3})\. #(\d{1,4})(?:\s.*)?$/
const MARK = '+ '

/** A paragraph of a reason that would look like a further proposal is moved in by one space. */
const harmless = (text: string) => text.replaceAll(/(^|\n)\+ /g, '$1 + ')
const asWritten = (text: string) => text.replaceAll(/(^|\n) \+ /g, '$1+ ')

/**
 * The answer as one text that people and programs can read: first a line for each ranked issue, `1. #2 Its title`,
 * then the remark, then each proposed issue as a paragraph `+ Its title` with its reason below. It is published,
 * redacted, exported and imported like every other answer.
 */
export function writeIssueAnswer(answer: IssueAnswer, titles: ReadonlyMap<number, string>): string {
  const lines = answer.ranked
    .toSorted((a, b) => a.rank - b.rank || a.issue - b.issue)
    .map(({ issue, rank }) => `${rank}. #${issue} ${titles.get(issue) ?? ''}`.trimEnd())
  const proposed = answer.proposals.flatMap(({ title, why }) => [
    `${MARK}${title.replaceAll(/\s+/g, ' ').trim()}`,
    harmless(why.trim()),
  ])
  return [lines.join('\n'), harmless(answer.remark.trim()), ...proposed].filter(Boolean).join('\n\n')
}

function rankedIn(paragraph: string): Ranked[] | undefined {
  const found = paragraph.split('\n').map((line) => rankedLine.exec(line.trim()))
  const ranked = found.flatMap((line) => (line ? [{ rank: Number(line[1]), issue: Number(line[2]) }] : []))
  if (ranked.length < found.length || ranked.some(({ rank }) => rank === 0)) return undefined
  return ranked.filter(({ issue }, at) => ranked.findIndex((one) => one.issue === issue) === at)
}

const isGap = (paragraph: string) => /^\[[^[\]\n]+\]$/.test(paragraph.trim())

/** What follows a paragraph of which nothing was left may belong to a proposal that was redacted: it is nobody's. */
function proposalOf(paragraphs: readonly string[]): Proposal {
  const [heading = '', ...following] = paragraphs
  const [title = '', ...below] = heading.slice(MARK.length).split('\n')
  const gap = following.findIndex(isGap)
  const reason = gap === -1 ? following : following.slice(0, gap + 1)
  const why = [below.join('\n'), ...reason].filter(Boolean).join('\n\n')
  return { title: title.trim(), why: asWritten(why).trim() }
}

function paragraphsIn(text: string): string[] {
  const lines = text.replaceAll('\r\n', '\n')
  return paragraphsOf(lines).map(({ start, end }) => lines.slice(lines.lastIndexOf('\n', start - 1) + 1, end))
}

const startsIn = (paragraphs: readonly string[]): number[] =>
  paragraphs.flatMap((one, at) => (one.startsWith(MARK) ? [at] : []))

/** The proposed issues of such a text, each with its place in it. */
export function readProposals(text: string): PlacedProposal[] {
  const paragraphs = paragraphsIn(text)
  const starts = startsIn(paragraphs)
  return starts.map((start, at) => ({
    ...proposalOf(paragraphs.slice(start, starts[at + 1])),
    paragraph: start + 1,
  }))
}

/** Reads such a text from any channel; what is neither a ranking nor a proposal is remark. */
export function readIssueAnswer(text: string): IssueAnswer {
  const paragraphs = paragraphsIn(text)
  const ranked = rankedIn(paragraphs[0] ?? '')
  const end = startsIn(paragraphs)[0]
  const remark = asWritten(paragraphs.slice(ranked ? 1 : 0, end).join('\n\n')).trim()
  const proposals = readProposals(text).map(({ title, why }) => ({ title, why }))
  return { ranked: ranked ?? [], remark, proposals }
}

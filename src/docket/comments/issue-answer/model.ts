/** Where a comment puts an issue: 1 is what should be taken up first; the same number twice is a tie. */
export interface Ranked {
  issue: number
  rank: number
}

export interface Proposal {
  title: string
  why: string
}

/** What an answer says to a question that asks which issues the process should take up. */
export interface IssueAnswer {
  ranked: readonly Ranked[]
  /** What is said about it freely. */
  remark: string
  proposals: readonly Proposal[]
}

const rankedLine = /^(\d{1,3})\. #(\d{1,4})(?:\s.*)?$/
const betweenParagraphs = /\n(?:[ \t]*\n)+/
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

function proposalOf(paragraphs: readonly string[]): Proposal {
  const [heading = '', ...reason] = paragraphs
  const [title = '', ...below] = heading.slice(MARK.length).split('\n')
  const why = [below.join('\n'), ...reason].filter(Boolean).join('\n\n')
  return { title: title.trim(), why: asWritten(why).trim() }
}

/** Reads such a text from any channel; what is neither a ranking nor a proposal is remark. */
export function readIssueAnswer(text: string): IssueAnswer {
  const paragraphs = text.replaceAll('\r\n', '\n').trim().split(betweenParagraphs)
  const ranked = rankedIn(paragraphs[0] ?? '')
  const rest = ranked ? paragraphs.slice(1) : paragraphs
  const starts = rest.flatMap((one, at) => (one.startsWith(MARK) ? [at] : []))
  const proposals = starts.map((start, at) => proposalOf(rest.slice(start, starts[at + 1])))
  const remark = asWritten(rest.slice(0, starts[0]).join('\n\n')).trim()
  return { ranked: ranked ?? [], remark, proposals }
}

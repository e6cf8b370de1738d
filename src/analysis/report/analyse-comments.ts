import { ownCopy } from '../../platform/text/index.ts'
import { CampaignIndex } from '../campaigns/engine/campaign-index.ts'
import { type Group, type Grouped, groupTexts } from '../campaigns/engine/group-texts.ts'
import { findHeadings } from '../campaigns/find-headings.ts'
import type { ReadComment } from '../campaigns/read-comments.ts'
import type { TellLanguage } from '../language/load-languages.ts'
import type { Analysis, CampaignOf, Rows } from './analysis.ts'
import { breakDown } from './break-down.ts'
import { Facts } from './facts.ts'
import { PhraseBook } from './phrase-book.ts'
import { Standings } from './standings.ts'
import { timelineOf } from './timeline.ts'

/** An analysis, and of each comment by its number how it is called and where it stands. */
export interface Analysed extends Analysis {
  facts: Facts
  standings: Standings
}

interface Work {
  threshold: number
  tell: TellLanguage
  rows: Rows
}

/**
 * Reads comments twice, so that no text is held: once to group them and to count what is said of each, once for the
 * words of templates and phrases. About 1 kB of memory for each comment, and 300,000
 * phrases at most.
 * @param read gives the same comments in the same order each time
 */
export async function analyseComments(
  read: () => AsyncIterable<ReadComment>,
  { threshold, tell, rows }: Work,
): Promise<Analysed> {
  const [first, facts] = [new CampaignIndex(threshold), new Facts()]
  for await (const comment of read()) {
    first.add(comment.text)
    facts.add(comment, tell(comment.text))
  }
  const count = facts.ids.length
  const { index, grouped } = await withoutHeadings(read, first, { threshold, count })
  const standings = new Standings(grouped, count)
  const { book, templates } = await readAgain(read(), { facts, standings, grouped })
  const { stubs, distinct, campaigns } = grouped
  return {
    threshold,
    comments: count,
    distinct,
    stubs: stubs.length,
    inCampaigns: campaigns.reduce((sum, { members }) => sum + members.length, 0),
    campaigns: campaigns.map((group, at) => campaignOf(group, at, { index, facts, templates })),
    breakdowns: {
      stakeholder: breakDown(facts.by.stakeholder, standings),
      original: breakDown(facts.by.original, standings),
      organisation: breakDown(facts.by.organisation, standings),
      language: breakDown(facts.by.language, standings),
      country: breakDown(facts.by.country, standings),
    },
    labelled: facts.labelled,
    phrases: book.phrases(),
    telling: book.telling(),
    timeline: timelineOf(facts.days, standings),
    rows,
    facts,
    standings,
  }
}

/** Groups them anew without the questions that nearly everybody repeats, where there are any. */
async function withoutHeadings(
  read: () => AsyncIterable<ReadComment>,
  first: CampaignIndex,
  { threshold, count }: { threshold: number; count: number },
) {
  const grouped = groupTexts(first, count)
  const given = await findHeadings(read, grouped, count)
  if (!given) return { index: first, grouped }
  const index = new CampaignIndex(threshold)
  for await (const { text } of read()) index.add(text, given)
  return { index, grouped: groupTexts(index, count) }
}

interface Grouping {
  facts: Facts
  standings: Standings
  grouped: Grouped
}

/** A template is kept up to this; the whole stands in the file it came from. */
const LONGEST_TEMPLATE = 20_000

async function readAgain(comments: AsyncIterable<ReadComment>, { facts, standings, grouped }: Grouping) {
  const book = new PhraseBook()
  const templates = new Map<number, string>()
  const wanted = new Set(grouped.campaigns.map(({ template }) => template))
  let number = 0
  for await (const { text } of comments) {
    if (wanted.has(number)) templates.set(number, ownCopy(text.slice(0, LONGEST_TEMPLATE).toWellFormed()))
    const language = facts.by.language.at(number)
    if (language !== undefined && standings.isSpokesman(number))
      book.add(text, language, facts.by.stakeholder.at(number))
    number += 1
  }
  return { book, templates }
}

interface Known {
  index: CampaignIndex
  facts: Facts
  templates: ReadonlyMap<number, string>
}

function campaignOf(
  { members, template }: Group,
  at: number,
  { index, facts, templates }: Known,
): CampaignOf {
  const days = members.flatMap((member) => facts.days.at(member) ?? []).sort()
  return {
    number: at + 1,
    size: members.length,
    wordings: new Set(members.map((member) => index.distinctOf(member))).size,
    organisations: members.filter((member) => facts.by.organisation.at(member) === 'named').length,
    template: templates.get(template) ?? '',
    templateId: facts.ids[template] ?? '',
    language: facts.by.language.at(template) ?? 'und',
    first: days[0],
    last: days.at(-1),
  }
}

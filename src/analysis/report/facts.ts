import { groupNamed } from '../../docket/index.ts'
import type { ReadComment } from '../campaigns/read-comments.ts'
import type { Breakdown } from './analysis.ts'
import { CodedColumn } from './coded-column.ts'

/** The stakeholder groups that a new installation begins with. */
const groups = new Set([
  'government',
  'private-sector',
  'civil-society',
  'technical-community',
  'academia',
  'users',
])

/** A label of a language is only held against texts as long as this. */
const LONG_ENOUGH = 60

const primary = (language: string) => language.split('-')[0]?.toLowerCase() ?? ''

/** What is kept of each comment while the texts pass by: its id and six small numbers. */
export class Facts {
  readonly ids: string[] = []
  readonly by: Record<Breakdown, CodedColumn> = {
    stakeholder: new CodedColumn(),
    original: new CodedColumn(),
    organisation: new CodedColumn(),
    language: new CodedColumn(),
    country: new CodedColumn(),
  }
  readonly days = new CodedColumn(40_000)
  readonly labelled = { texts: 0, alike: 0 }

  /** @param language what the program takes the text to be in */
  add({ id, text, said }: ReadComment, language: string): void {
    this.ids.push(id)
    const group = said.originalGroup
    this.by.original.push(group)
    this.by.stakeholder.push(group === undefined ? undefined : groupNamed(group, groups))
    this.by.organisation.push(said.organisation === undefined ? 'unnamed' : 'named')
    this.by.language.push(language === 'und' ? undefined : language)
    this.by.country.push(said.country)
    this.days.push(said.at?.toISOString().slice(0, 10))
    if (said.language !== 'und' && text.length >= LONG_ENOUGH) {
      this.labelled.texts += 1
      this.labelled.alike += primary(said.language) === primary(language) ? 1 : 0
    }
  }
}

import { useGroupNames } from '../../../participants/index.ts'
import {
  countryName,
  type Locale,
  languageName,
  type Translate,
  useLocale,
  useWords,
} from '../../../platform/i18n/index.ts'
import { MOST_LETTERS } from '../../search/model.ts'
import { type Asked, listAddress } from '../address.ts'
import { channelWords } from '../channel-words.ts'
import type { Facet, Filters } from '../model.ts'
import { words } from '../words.ts'

/** What there is to choose from. */
export interface Choices {
  facets: readonly Facet[]
  groups: readonly { slug: string; name: string; shortName: string }[]
  questions: readonly { number: number; text: string }[]
}

type Speak = Translate<Parameters<ReturnType<(typeof words)['in']>>[0]>

/** What the group of a code is called. */
export function useGroupName({ groups }: Pick<Choices, 'groups'>): (slug: string) => string {
  const called = useGroupNames()
  return (slug) => called(groups.find((group) => group.slug === slug)?.name ?? slug)
}

const attachmentWords = { with: 'with', without: 'without' } as const
const replyWords = { only: 'onlyReplies', without: 'noReplies' } as const
const jointWords = { only: 'onlyJoint', without: 'noJoint' } as const
const timeWords = { late: 'lateOnes', 'in-time': 'inTime' } as const
export const stateWords = {
  posted: 'statePosted',
  withheld: 'stateWithheld',
  withdrawn: 'stateWithdrawn',
  erased: 'stateErased',
  all: 'stateAll',
} as const

type Said = { [Name in keyof Filters]-?: (value: NonNullable<Filters[Name]>) => string }

function sayings(t: Speak, locale: Locale, groupName: (slug: string) => string): Said {
  return {
    words: (value) => t('wordsSaid', { words: value.slice(0, MOST_LETTERS) }),
    group: groupName,
    question: (value) => t('question', { number: value }),
    language: (value) => (value === 'und' ? t('languageNone') : languageName(value, locale)),
    country: (value) => countryName(value, locale),
    channel: (value) => t(channelWords[value]),
    attachments: (value) => t(attachmentWords[value]),
    time: (value) => t(timeWords[value]),
    replies: (value) => t(replyWords[value]),
    joint: (value) => t(jointWords[value]),
    state: (value) => t(stateWords[value]),
  }
}

export interface FilterInWords {
  name: keyof Filters
  words: string
}

/** Each filter that is on, in words. */
export function useFiltersInWords(filters: Filters, choices: Choices): FilterInWords[] {
  const t = useWords(words)
  const say = sayings(t, useLocale(), useGroupName(choices)) as Record<
    keyof Filters,
    (value: never) => string
  >
  return Object.entries(filters)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => {
      const name = key as keyof Filters
      return { name, words: say[name](value as never) }
    })
}

interface Props {
  docket: string
  choices: Choices
  asked: Asked
  matching: Matching
}

/** How many comments a list holds. */
export interface Matching {
  count: number
  /** There are more than these: a search counts no further. */
  more: boolean
  /** What was typed to search for holds no word that can be searched for. */
  nothingAsked: boolean
}

/** How many there are, what they were narrowed to, and a link to take each filter away again. */
export function FiltersInWords({ docket, choices, asked, matching }: Props) {
  const t = useWords(words)
  const on = useFiltersInWords(asked.filters, choices)
  const count = t(matching.more ? 'matchingMore' : 'matching', { count: matching.count })
  if (on.length === 0) return <h2>{count}</h2>
  const without = (name: keyof Filters) => ({ ...asked, filters: { ...asked.filters, [name]: undefined } })
  return (
    <>
      <h2>{t('matchingOn', { matching: count, filters: on.map((one) => one.words).join(', ') })}</h2>
      <ul class="govuk-list">
        {on.map(({ name, words: filter }) => (
          <li key={name}>
            <a href={listAddress(docket, without(name))}>{t('takeAway', { filter })}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

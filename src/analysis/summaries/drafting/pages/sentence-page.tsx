import { useGroupNames } from '../../../../participants/index.ts'
import {
  Button,
  Caption,
  CharacterCount,
  Document,
  ErrorSummary,
  Filters,
  InsetText,
  Select,
} from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../../processes/index.ts'
import { positions } from '../../../coding/model.ts'
import { usePositionNames } from '../../../coding/pages/said.tsx'
import { draftAddress } from '../../addresses.ts'
import { LONGEST_SENTENCE, MOST_CITATIONS, MOST_SENTENCES, type Sentence } from '../../model.ts'
import type { Groups } from '../../reading/pages/cited.tsx'
import { SentenceText } from '../../reading/pages/summary-page.tsx'
import type { Where } from '../../where.ts'
import { type WordKey, words } from '../../words.ts'
import type { Candidate } from '../list-candidates.ts'
import { ExcerptChoice } from './excerpt-choice.tsx'

export interface SentencePageProps extends Where {
  /** The sentence as it stands now; nothing where it is new, or was deleted meanwhile. */
  sentence: Sentence | undefined
  number: number | undefined
  typed: { text: string; cites: readonly string[] }
  offered: readonly Candidate[]
  asked: { group: string; position: string }
  /** More excerpts are coded than are offered. */
  more: number
  groups: Groups
  problem: WordKey | undefined
}

const numbers = { limit: LONGEST_SENTENCE, most: MOST_CITATIONS, sentences: MOST_SENTENCES }
const ofCites: ReadonlySet<string> = new Set(['citesMany', 'excerpt-unknown'])

/** One sentence: its words, and what it cites. */
export function SentencePage(props: SentencePageProps) {
  const t = useWords(words)
  const { request, process, issue, now, sentence, number, problem } = props
  const address = draftAddress(request.docket, issue.number)
  const title = number ? t('rewordTitle', { number }) : t('addTitle')
  const error = problem && t(problem, numbers)
  const isOfCites = problem !== undefined && ofCites.has(problem)
  return (
    <Document
      title={title}
      problems={problem !== undefined}
      process={useProcessBand(process, now, request)}
      back={{ href: address, text: t('draft') }}
      unlisted
    >
      {error && <ErrorSummary problems={[{ href: isOfCites ? '#cites' : '#text', text: error }]} />}
      <Caption>{t('summaryOf', { number: issue.number, title: issue.title })}</Caption>
      <h1>{title}</h1>
      {problem === 'changed-meanwhile' && sentence && (
        <InsetText>
          <p>{t('standsNow')}</p>
          <SentenceText sentence={sentence} language={request.language} />
        </InsetText>
      )}
      <WordingForm {...props} />
      <Narrow {...props} />
    </Document>
  )
}

function WordingForm({ request, issue, sentence, typed, problem, groups, offered }: SentencePageProps) {
  const t = useWords(words)
  const error = problem && t(problem, numbers)
  const isOfCites = problem !== undefined && ofCites.has(problem)
  return (
    <form method="post" action={sentenceAddress(request.docket, issue.number, sentence?.id)} noValidate>
      {sentence && <input type="hidden" name="seen" value={sentence.revision} />}
      <CharacterCount
        name="text"
        label={t('text')}
        hint={t('textHint')}
        limit={LONGEST_SENTENCE}
        rows={4}
        lang={request.language}
        dir="auto"
        value={typed.text}
        error={isOfCites ? undefined : error}
      />
      <ExcerptChoice
        offered={offered}
        citations={sentence?.citations ?? []}
        chosen={typed.cites}
        groups={groups}
        error={isOfCites ? error : undefined}
      />
      <Button>{t('save')}</Button>
    </form>
  )
}

const sentenceAddress = (docket: string, issue: number, id = 'new') =>
  `${draftAddress(docket, issue)}/sentences/${id}`

function Narrow({ request, issue, sentence, asked, groups, more }: SentencePageProps) {
  const t = useWords(words)
  const [called, named] = [usePositionNames(), useGroupNames()]
  const address = sentenceAddress(request.docket, issue.number, sentence?.id)
  const any = { value: '', text: t('any') }
  if (more === 0 && asked.group === '' && asked.position === '') return null
  return (
    <section aria-labelledby="narrow" class="parley-noprint">
      <h2 id="narrow">{t('narrow')}</h2>
      <p>{t('notOffered', { count: more })}</p>
      <Filters action={address} clear={asked.group || asked.position ? address : undefined}>
        <Select
          name="group"
          label={t('group')}
          value={asked.group}
          options={[any, ...groups.map(({ slug, name }) => ({ value: slug, text: named(name) }))]}
        />
        <Select
          name="position"
          label={t('position')}
          value={asked.position}
          options={[any, ...positions.map((position) => ({ value: position, text: called(position) }))]}
        />
      </Filters>
    </section>
  )
}

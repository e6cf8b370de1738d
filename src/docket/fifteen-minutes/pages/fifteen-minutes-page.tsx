import type { StakeholderGroup } from '../../../participants/index.ts'
import { useGroupNames } from '../../../participants/index.ts'
import {
  Button,
  ButtonLink,
  Caption,
  Document,
  EmptyState,
  Select,
  Tag,
} from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { type Process, useProcessBand } from '../../../processes/index.ts'
import type { Question, RequestForComment } from '../../../requests/index.ts'
import { formAddress } from '../../intake/pages/props.ts'
import type { Answered } from '../model.ts'
import { words } from '../words.ts'

interface Chosen {
  group: StakeholderGroup
  answered: Answered
  few: readonly Question[]
}

interface Props {
  request: RequestForComment
  process: Process
  groups: readonly StakeholderGroup[]
  now: Instant
  chosen: Chosen | undefined
}

/** For who has little time: the few questions where an answer weighs most. */
export function FifteenMinutesPage(props: Props) {
  const { request, process, now, chosen } = props
  const t = useWords(words)
  return (
    <Document
      title={t('title')}
      process={useProcessBand(process, now, request)}
      back={{ href: `/requests/${request.docket}`, text: request.title }}
    >
      <Caption>{request.title}</Caption>
      <h1>{t('title')}</h1>
      {request.questions.length === 0 ? <NothingAsked request={request} /> : <p>{t('intro')}</p>}
      {chosen && request.questions.length > 0 && <Few request={request} chosen={chosen} />}
      {request.questions.length > 0 && <ChooseGroup {...props} />}
    </Document>
  )
}

function NothingAsked({ request }: Pick<Props, 'request'>) {
  const t = useWords(words)
  return (
    <EmptyState title={t('none')}>
      <p>
        <a href={formAddress(request)}>{t('noneWrite')}</a>
      </p>
    </EmptyState>
  )
}

function ChooseGroup({ request, groups, chosen }: Props) {
  const t = useWords(words)
  const called = useGroupNames()
  return (
    <form method="get" action={`/requests/${encodeURIComponent(request.docket)}/fifteen-minutes`}>
      <Select
        name="group"
        label={t(chosen ? 'otherGroup' : 'group')}
        options={[
          ...(chosen ? [] : [{ value: '', text: t('groupNone') }]),
          ...groups.map(({ slug, name }) => ({ value: slug, text: called(name) })),
        ]}
        value={chosen?.group.slug ?? ''}
      />
      <Button kind={chosen ? 'secondary' : undefined}>{t('show')}</Button>
    </form>
  )
}

function Few({ request, chosen: { group, answered, few } }: { request: RequestForComment; chosen: Chosen }) {
  const t = useWords(words)
  const called = useGroupNames()
  const numbers = few.map(({ number }) => number)
  return (
    <section aria-labelledby="few">
      <h2 id="few">{t('few', { count: few.length, group: called(group.name) })}</h2>
      <ol class="parley-numbered">
        {few.map((question) => (
          <li key={question.id}>
            <h3>
              {t('question', { number: question.number })}{' '}
              {question.priority && <Tag colour="green">{t('marked')}</Tag>}
            </h3>
            <p class="parley-document" lang={request.language}>
              {question.text}
            </p>
            <p class="parley-muted">{t('answers', { count: answered.get(question.id) ?? 0 })}</p>
          </li>
        ))}
      </ol>
      <ButtonLink start href={formAddress(request, { few: numbers, group: group.slug })}>
        {t('answer', { count: few.length })}
      </ButtonLink>
      <p>{t('answerHint')}</p>
      <p>
        <a href={formAddress(request)}>{t('all', { count: request.questions.length })}</a>
      </p>
      <p class="parley-muted">{t('counted')}</p>
    </section>
  )
}

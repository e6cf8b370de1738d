import {
  Button,
  Caption,
  Checkboxes,
  Document,
  ErrorSummary,
  Fieldset,
  Input,
  Radios,
  Select,
  Textarea,
} from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { type Process, useProcessBand } from '../../../processes/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import type { DecisionForm, DecisionProblems } from '../check-decision.ts'
import { keyOf, outcomes } from '../model.ts'
import type { IssuesOfRequest } from '../read-issues.ts'
import { words } from '../words.ts'
import { Outcome } from './decision.tsx'
import { titleOf } from './issues-page.tsx'

export interface DecidePageProps {
  request: RequestForComment
  process: Process
  now: Instant
  found: IssuesOfRequest
  form: DecisionForm
  problems?: DecisionProblems | undefined
}

type Told = Pick<DecidePageProps, 'form'> & { problem(field: string): string | undefined }

export function DecidePage(props: DecidePageProps) {
  const { request, process, now, found, form, problems = new Map() } = props
  const t = useWords(words)
  const here = `/requests/${request.docket}/issues`
  const told: Told = {
    form,
    problem: (field) => {
      const key = problems.get(field)
      return key && t(key)
    },
  }
  const summary = [...problems].map(([field, key]) => ({ href: `#${field}`, text: t(key) }))
  const anything = found.topics.length + found.question.issues.length > 0
  return (
    <Document
      title={t('decideTitle')}
      problems={summary.length > 0}
      process={useProcessBand(process, now, request)}
      back={{ href: here, text: t('title') }}
      unlisted
    >
      {summary.length > 0 && <ErrorSummary problems={summary} />}
      <Caption>{request.title}</Caption>
      <h1>{t('decideTitle')}</h1>
      <p>{t('decideIntro')}</p>
      {anything ? (
        <form method="post" action={`${here}/decide`} noValidate>
          <input type="hidden" name="seen" value={found.latest ?? ''} />
          <Chosen {...props} {...told} />
          <Decision {...told} process={process} />
          {found.topics.length > 0 && <Together {...told} />}
        </form>
      ) : (
        <p>{t('nothingToDecide')}</p>
      )}
    </Document>
  )
}

function Chosen({ found, process, form, problem }: DecidePageProps & Told) {
  const t = useWords(words)
  const decided = (decision: Parameters<typeof Outcome>[0]['decision'] | undefined) =>
    decision ? <Outcome {...{ decision, process }} /> : t('undecided')
  return (
    <>
      {found.topics.length > 0 && (
        <Checkboxes
          name="proposals"
          legend={t('chooseProposals')}
          legendClass="govuk-fieldset__legend--s"
          error={problem('proposals')}
          values={form.proposals}
          items={found.topics.map((topic) => ({
            value: topic.proposals[0] ? keyOf(topic.proposals[0]) : '',
            text: titleOf(topic) || t('leftOut'),
            hint: (
              <>
                {t('proposedIn', { count: topic.proposals.length })}. {decided(topic.decisions.at(-1))}
              </>
            ),
          }))}
        />
      )}
      {found.question.issues.length > 0 && (
        <Checkboxes
          name="issues"
          legend={t('chooseIssues')}
          legendClass="govuk-fieldset__legend--s"
          error={found.topics.length === 0 ? problem('proposals') : undefined}
          values={form.issues}
          items={found.question.issues.map(({ number, title }) => ({
            value: String(number),
            text: t('issue', { number, title }),
            hint: decided(found.decided.get(number)?.at(-1)),
          }))}
        />
      )}
    </>
  )
}

function Decision({ form, problem, process }: Told & { process: Process }) {
  const t = useWords(words)
  const options = process.issues.map(({ number, title }) => ({
    value: String(number),
    text: t('issue', { number, title }),
  }))
  return (
    <Fieldset legend={t('yourDecision')} legendClass="govuk-fieldset__legend--m">
      <Radios
        name="outcome"
        legend={t('outcome')}
        value={form.outcome}
        error={problem('outcome')}
        items={outcomes.map((value) => ({
          value,
          text: t(`outcome-${value}`),
          hint: t(`hint-${value}`),
        }))}
      />
      <Input name="title" label={t('newTitle')} optional value={form.title} error={problem('title')} />
      <Textarea
        name="description"
        label={t('newDescription')}
        optional
        rows={3}
        value={form.description}
        error={problem('description')}
      />
      <Select
        name="into"
        label={t('into')}
        optional
        options={[{ value: '', text: t('intoNone') }, ...options]}
        value={form.into}
        error={problem('into')}
      />
      <Textarea
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        rows={4}
        value={form.reason}
        error={problem('reason')}
      />
      <Button name="act" value="decide">
        {t('decideAct')}
      </Button>
    </Fieldset>
  )
}

function Together({ form, problem }: Told) {
  const t = useWords(words)
  return (
    <Fieldset legend={t('togetherTitle')} legendClass="govuk-fieldset__legend--m">
      <p class="govuk-hint">{t('togetherIntro')}</p>
      <Input name="heading" label={t('heading')} optional value={form.heading} error={problem('heading')} />
      <div class="govuk-button-group">
        <Button name="act" value="together" kind="secondary">
          {t('together')}
        </Button>
        <Button name="act" value="apart" kind="secondary">
          {t('apart')}
        </Button>
      </div>
    </Fieldset>
  )
}

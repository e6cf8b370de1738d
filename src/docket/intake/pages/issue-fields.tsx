import type { ComponentChildren } from 'preact'
import { Button, Fieldset, Input, Select, Textarea } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Question } from '../../../requests/index.ts'
import {
  MOST_PROPOSALS,
  proposalField,
  proposalsIn,
  rankField,
  type WrittenProposal,
} from '../issues/model.ts'
import type { CommentForm, Problem } from '../model.ts'
import { problemAt } from '../sentence-for.ts'
import { words } from '../words.ts'

interface Props {
  question: Question
  form: CommentForm
  problems: readonly Problem[]
  /** What the question asks. */
  label: ComponentChildren
}

/** A rank for each issue that is asked, and room to propose others; complete without script. */
export function IssueFields({ question, form, problems, label }: Props) {
  const t = useWords(words)
  const proposals = proposalsIn(form).filter((one) => one.question === question.number)
  const rows = proposals.length < MOST_PROPOSALS ? [...proposals, undefined] : proposals
  return (
    <>
      <h3 class="govuk-heading-s">{label}</h3>
      {question.hint && <p class="govuk-hint">{question.hint}</p>}
      {question.issues.length > 0 && <Ranks {...{ question, form, problems }} />}
      <Fieldset legend={t('proposeLegend')} legendClass="govuk-fieldset__legend--s">
        <p class="govuk-hint">{t('proposeHint')}</p>
        {rows.map((proposal, at) => (
          <ProposalFields key={at} at={at + 1} number={question.number} {...{ proposal, problems }} />
        ))}
        {rows.length > proposals.length && (
          <Button kind="secondary" name="act" value="more-proposals">
            {t('proposalMore')}
          </Button>
        )}
      </Fieldset>
    </>
  )
}

function Ranks({ question, form, problems }: Omit<Props, 'label'>) {
  const t = useWords(words)
  const ranks = question.issues.map((_, at) => String(at + 1))
  return (
    <Fieldset legend={t('rankLegend')} legendClass="govuk-fieldset__legend--s">
      <p class="govuk-hint">{t('rankHint')}</p>
      {question.issues.map(({ number, title }) => {
        const name = rankField(question.number, number)
        const chosen = form.ranks.find((one) => one.question === question.number && one.issue === number)
        const value = chosen?.rank ?? ''
        const all = value === '' || ranks.includes(value) ? ranks : [...ranks, value]
        return (
          <Select
            key={number}
            name={name}
            label={t('rankIssue', { number, title })}
            options={[{ value: '', text: t('rankNone') }, ...all.map((one) => ({ value: one, text: one }))]}
            value={value}
            error={problemAt(problems, name, t)}
          />
        )
      })}
    </Fieldset>
  )
}

interface ProposalProps extends Pick<Props, 'problems'> {
  proposal: WrittenProposal | undefined
  number: number
  at: number
}

function ProposalFields({ proposal, number, at, problems }: ProposalProps) {
  const t = useWords(words)
  const [title, why] = [proposalField(number, at, 'title'), proposalField(number, at, 'why')]
  return (
    <Fieldset legend={t('proposalLegend', { number: at })} legendClass="govuk-fieldset__legend--s">
      <Input
        name={title}
        label={t('proposalTitle')}
        value={proposal?.title}
        error={problemAt(problems, title, t)}
      />
      <Textarea name={why} label={t('proposalWhy')} rows={3} value={proposal?.why} />
    </Fieldset>
  )
}

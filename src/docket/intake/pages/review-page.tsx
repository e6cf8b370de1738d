import { InterestLines, useGroupNames } from '../../../participants/index.ts'
import {
  Button,
  Caption,
  Document,
  InsetText,
  SummaryList,
  type SummaryRow,
  WarningText,
} from '../../../platform/html/index.ts'
import { useLocale, useWords } from '../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../processes/index.ts'
import { isLate, isNamed } from '../../comments/model.ts'
import { askedIssues } from '../issues/asked-issues.ts'
import { choicesOf, chosenFor, FREE_TEXT, interestsIn, writtenOf } from '../model.ts'
import { countryChoices, languageName } from '../places.ts'
import { fieldsOf } from '../read-form.ts'
import { isWordKey, words } from '../words.ts'
import { DeadlineLine } from './deadline-line.tsx'
import { FileText } from './files-field.tsx'
import { HiddenFields } from './hidden-fields.tsx'
import { formAddress, type WritingProps } from './props.ts'
import { NamedSignatories } from './signatory-fields.tsx'
import { Written } from './written.tsx'

interface Props extends WritingProps {
  /** It takes the place of a comment whose name is published otherwise. */
  unlike?: boolean
}

/** The last look before a comment is sent: what will be shown, and to whom. */
export function ReviewPage(props: Props) {
  const { request, process, now, form, few } = props
  const t = useWords(words)
  const late = isLate(request.deadline.at, now) && form.replyTo === ''
  return (
    <Document title={t('reviewTitle')} process={useProcessBand(process, now, request)} unlisted>
      <Caption>{t('title', { title: request.title })}</Caption>
      <h1>{t('reviewTitle')}</h1>
      <p class="govuk-body-l">{t('reviewIntro')}</p>
      {late && <DeadlineLine request={request} now={now} />}
      <InsetText>
        <Shown {...props} />
      </InsetText>
      {props.unlike && <WarningText>{t('reviewTie', { number: form.supersedes })}</WarningText>}
      {form.replyTo && <InsetText>{t('reviewReply', { numbers: form.replyTo })}</InsetText>}
      <Texts {...props} />
      <Sender {...props} />
      <form method="post" action={formAddress(request, { few })} encType="multipart/form-data">
        <HiddenFields fields={fieldsOf(form)} />
        <div class="govuk-button-group">
          <Button name="act" value="submit">
            {t('submit')}
          </Button>
          <Button name="act" value="change" kind="secondary">
            {t('change')}
          </Button>
        </div>
      </form>
    </Document>
  )
}

/** What the choices come to, in one sentence or two. */
function Shown({ form, files }: WritingProps) {
  const t = useWords(words)
  const choices = choicesOf(form, files.length)
  const open = choices.filter((one) => one !== 'confidential')
  if (open.length === 0) return <p>{t('reviewConfidential')}</p>
  const mixed = open.includes('with-name') && open.includes('without-name')
  const sentence = isNamed(choices) ? 'reviewNamed' : mixed ? 'reviewUnnamedMixed' : 'reviewUnnamed'
  return (
    <p>
      {t(sentence)} {open.length < choices.length && t('reviewSomeConfidential')}
    </p>
  )
}

function Texts({ request, form, files }: WritingProps) {
  const t = useWords(words)
  return (
    <>
      {writtenOf(form, askedIssues(request)).map((answer) => {
        const question = request.questions.find(({ number }) => number === answer.question)
        const chosen = `publish-${chosenFor(form, answer)}`
        return (
          <section key={answer.question}>
            <h2 class="govuk-heading-s">
              {answer.question === FREE_TEXT
                ? t('freeTextOnly')
                : t('questionOf', { number: answer.question, text: question?.text ?? '' })}
            </h2>
            <p class="govuk-hint">{isWordKey(chosen) && t('publicationOf', { choice: t(chosen) })}</p>
            <Written text={answer.text} language={form.language} />
          </section>
        )
      })}
      {files.map((file) => (
        <section key={file.id}>
          <h2 class="govuk-heading-s">{file.name}</h2>
          <FileText file={file} />
        </section>
      ))}
    </>
  )
}

function Sender({ form, groups }: WritingProps) {
  const t = useWords(words)
  const called = useGroupNames()
  const group = groups.find(({ slug }) => slug === form.group)?.name
  const country = countryChoices(useLocale()).find(({ value }) => value === form.country)?.text
  const capacity = `capacity-${form.capacity}`
  const from = [form.name, form.organisation].filter(Boolean).join(', ')
  const rows: SummaryRow[] = [
    { term: t('reviewFrom'), value: from || t('reviewNoName') },
    { term: t('reviewGroup'), value: group && called(group) },
    { term: t('reviewCapacity'), value: isWordKey(capacity) ? t(capacity) : t('reviewNotStated') },
    { term: t('reviewCountry'), value: country ?? t('countryNone') },
    { term: t('reviewLanguage'), value: languageName(form.language) },
    ...(form.email ? [{ term: t('reviewEmail'), value: form.email }] : []),
    ...(form.signatories.length > 0 || form.signatoryList !== ''
      ? [{ term: t('reviewSignatories'), value: <NamedSignatories form={form} /> }]
      : []),
    ...(interestsIn(form).length > 0
      ? [{ term: t('reviewInterests'), value: <Interests form={form} /> }]
      : []),
  ]
  return (
    <>
      <h2 class="govuk-heading-m">{t('aboutYou')}</h2>
      <SummaryList rows={rows} />
    </>
  )
}

function Interests({ form }: Pick<WritingProps, 'form'>) {
  const t = useWords(words)
  return (
    <>
      <InterestLines interests={interestsIn(form)} />
      {form.interestsConfidential && t('reviewInterestsConfidential')}
    </>
  )
}

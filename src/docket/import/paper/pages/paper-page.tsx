import { Button, Caption, Document, ErrorSummary, Input, InsetText } from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../../processes/index.ts'
import { Answers } from '../../../intake/pages/answers.tsx'
import { FilesField } from '../../../intake/pages/files-field.tsx'
import { HiddenFields } from '../../../intake/pages/hidden-fields.tsx'
import type { WritingProps } from '../../../intake/pages/props.ts'
import { PublicationField } from '../../../intake/pages/publication-field.tsx'
import { SenderFields } from '../../../intake/pages/sender-fields.tsx'
import { problemAt, sentenceFor } from '../../../intake/sentence-for.ts'
import { words as intakeWords } from '../../../intake/words.ts'
import { paperAddress } from '../../pages/address.ts'
import { words } from '../../words.ts'
import type { DayProblem, PaperDays } from '../model.ts'

export interface PaperPageProps extends WritingProps {
  days: PaperDays
  dayProblems?: readonly { field: keyof PaperDays; kind: DayProblem }[]
}

/** The form that a sender would have filled in, with the days that stand on the paper. */
export function PaperPage(props: PaperPageProps) {
  const t = useWords(words)
  const sentences = useWords(intakeWords)
  const { request, process, now, form, files, days, problems = [], dayProblems = [] } = props
  const all = [
    ...dayProblems.map(({ field, kind }) => ({ href: `#${field}`, text: t(`day-${kind}`) })),
    ...problems.map((one) => ({
      ...(one.field !== 'form' && { href: `#${one.field}` }),
      text: sentenceFor(sentences, one),
    })),
  ]
  return (
    <Document
      title={t('paperTitle')}
      problems={all.length > 0}
      process={useProcessBand(process, now, request)}
      back={{ href: `/requests/${request.docket}/comments`, text: t('importsBack') }}
      unlisted
    >
      {all.length > 0 && <ErrorSummary problems={all} />}
      <Caption>{request.docket}</Caption>
      <h1>{t('paperTitle')}</h1>
      <p class="govuk-body-l">{t('paperLead')}</p>
      <InsetText>{t('paperYou')}</InsetText>
      <form method="post" action={paperAddress(request.docket)} encType="multipart/form-data" noValidate>
        <HiddenFields
          fields={[
            ['key', form.key],
            ['code', form.code],
          ]}
        />
        <button
          class="govuk-visually-hidden"
          type="submit"
          name="act"
          value="submit"
          tabIndex={-1}
          aria-hidden="true"
        >
          {t('paperSubmit')}
        </button>
        <Days days={days} problems={dayProblems} />
        <Answers request={request} form={form} problems={problems} />
        <FilesField files={files} />
        <PublicationField form={form} error={problemAt(problems, 'publication', sentences)} />
        <SenderFields {...props} problems={problems} />
        <Button name="act" value="submit">
          {t('paperSubmit')}
        </Button>
      </form>
    </Document>
  )
}

function Days({ days, problems }: { days: PaperDays; problems: NonNullable<PaperPageProps['dayProblems']> }) {
  const t = useWords(words)
  const error = (field: keyof PaperDays) => {
    const found = problems.find((one) => one.field === field)
    return found && t(`day-${found.kind}`)
  }
  return (
    <>
      <h2>{t('paperDays')}</h2>
      <Input
        name="receivedOn"
        type="date"
        class="govuk-input--width-10"
        label={t('receivedOn')}
        hint={t('dayHint')}
        value={days.receivedOn}
        error={error('receivedOn')}
      />
      <Input
        name="postmarkedOn"
        type="date"
        class="govuk-input--width-10"
        label={t('postmarkedOn')}
        hint={t('postmarkHint')}
        optional
        value={days.postmarkedOn}
        error={error('postmarkedOn')}
      />
    </>
  )
}

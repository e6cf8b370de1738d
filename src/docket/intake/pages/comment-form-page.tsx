import {
  AutosaveForm,
  Button,
  Caption,
  Document,
  ErrorSummary,
  Input,
  InsetText,
} from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../processes/index.ts'
import { takesReplies } from '../../../requests/index.ts'
import type { Problem } from '../model.ts'
import { problemAt, sentenceFor } from '../sentence-for.ts'
import { words } from '../words.ts'
import { Answers } from './answers.tsx'
import { DeadlineLine } from './deadline-line.tsx'
import { FilesField } from './files-field.tsx'
import { HiddenFields } from './hidden-fields.tsx'
import { formAddress, type WritingProps } from './props.ts'
import { PublicationField } from './publication-field.tsx'
import { SenderFields } from './sender-fields.tsx'
import { SignatoryFields } from './signatory-fields.tsx'

interface Props extends WritingProps {
  /** It was saved before and opened again. */
  resumed?: boolean
}

export function CommentFormPage(props: Props) {
  const { request, process, now, form, files, problems = [], few, resumed } = props
  const t = useWords(words)
  return (
    <Document
      title={t('title', { title: request.title })}
      problems={problems.length > 0}
      process={useProcessBand(process, now, request)}
      back={{ href: `/requests/${request.docket}`, text: t('backToRequest') }}
      unlisted
    >
      {problems.length > 0 && <Problems problems={problems} />}
      <Caption>{t('docketLine', { docket: request.docket })}</Caption>
      <h1>{t('title', { title: request.title })}</h1>
      <p class="govuk-body-l">{t('intro')}</p>
      <DeadlineLine request={request} now={now} />
      <p class="govuk-body">{t('introPosting')}</p>
      {resumed && !form.supersedes && <InsetText>{t('draftFound')}</InsetText>}
      {form.supersedes && <Superseding number={form.supersedes} as={form.as} />}
      <AutosaveForm
        action={formAddress(request, { few })}
        autosaveUrl={`${formAddress(request)}/draft`}
        encType="multipart/form-data"
        noValidate
      >
        <HiddenFields fields={[...hiddenOf(form)]} />
        <FirstButton />
        {(form.replyTo !== '' || takesReplies(request, now)) && (
          <Input
            name="replyTo"
            label={t('replyTo')}
            hint={t('replyToHint')}
            value={form.replyTo}
            error={problemAt(problems, 'replyTo', t)}
            spellcheck={false}
          />
        )}
        <Answers request={request} form={form} problems={problems} few={few} />
        <FilesField files={files} />
        <PublicationField form={form} error={problemAt(problems, 'publication', t)} />
        <SenderFields {...props} problems={problems} />
        <SignatoryFields {...props} problems={problems} />
        <div class="govuk-button-group">
          <Button name="act" value="check">
            {t('check')}
          </Button>
          <Button name="act" value="save" kind="secondary">
            {t('save')}
          </Button>
        </div>
      </AutosaveForm>
    </Document>
  )
}

const hiddenOf = ({ key, code, supersedes, supersedesKey, as }: WritingProps['form']) =>
  Object.entries({ key, code, supersedes, supersedesKey, as }).filter(([, value]) => value !== '')

/** Enter in a field presses the first button of a form: that must not be one that removes a file. */
function FirstButton() {
  const t = useWords(words)
  return (
    <button
      class="govuk-visually-hidden"
      type="submit"
      name="act"
      value="check"
      tabIndex={-1}
      aria-hidden="true"
    >
      {t('check')}
    </button>
  )
}

function Problems({ problems }: { problems: readonly Problem[] }) {
  const t = useWords(words)
  return (
    <ErrorSummary
      problems={problems.map((problem) => ({
        ...(problem.field !== 'form' && { href: `#${problem.field}` }),
        text: sentenceFor(t, problem),
      }))}
    />
  )
}

function Superseding({ number, as }: { number: string; as: string }) {
  const t = useWords(words)
  return (
    <InsetText>
      <p>{t(as === 'correction' ? 'supersedingCorrection' : 'supersedingNewVersion', { number })}</p>
      <p>{t('supersedingTie', { number })}</p>
    </InsetText>
  )
}

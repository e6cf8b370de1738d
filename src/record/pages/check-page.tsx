import { Button, Document, ErrorSummary, FileUpload, InsetText, Textarea } from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import type { Findings } from '../model.ts'
import { words } from '../words.ts'
import { Program } from './program.tsx'

export type CheckProblem = 'nothingSent' | 'tooLong' | 'notAReceipt'

interface Props {
  text?: string | undefined
  problem?: CheckProblem | undefined
}

export function CheckPage({ text = '', problem }: Props) {
  const t = useWords(words)
  const error = problem && t(problem)
  return (
    <Document
      title={t('checkTitle')}
      problems={problem !== undefined}
      back={{ href: '/log', text: t('logTitle') }}
    >
      {error && <ErrorSummary problems={[{ href: '#receipt', text: error }]} />}
      <h1>{t('checkTitle')}</h1>
      <p class="govuk-body-l">{t('checkIntro')}</p>
      <InsetText>{t.rich('checkTrust', { program: <Program name="verify.mjs" /> })}</InsetText>
      <form method="post" action="/check" encType="multipart/form-data" noValidate>
        <Textarea
          name="receipt"
          label={t('receipt')}
          hint={t('receiptHint')}
          error={error}
          rows={12}
          spellcheck={false}
          value={text}
        />
        <FileUpload name="file" label={t('file')} accept=".txt,text/plain" />
        <Button>{t('check')}</Button>
      </form>
    </Document>
  )
}

export function FindingsPage({ holds, notes, problems }: Findings) {
  const t = useWords(words)
  const verdict = t(problems.length > 0 ? 'tampered' : 'genuine')
  return (
    <Document title={verdict} back={{ href: '/check', text: t('another') }}>
      <h1>{verdict}</h1>
      <Sentences title={t('problems')} sentences={problems} />
      <Sentences title={t('holds')} sentences={holds} />
      <Sentences title={t('notes')} sentences={notes} />
      <p class="govuk-body">{t.rich('checkTrust', { program: <Program name="verify.mjs" /> })}</p>
    </Document>
  )
}

const mostShown = 50

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {sentences.slice(0, mostShown).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  )
}

import { Button, Document, ErrorSummary, Input } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { words } from '../words.ts'

interface Props {
  code?: string
  /** What is wrong with the code; the number where its comment was sent already. */
  problem?: 'unknown' | { sent: string }
}

export function ResumePage({ code = '', problem }: Props) {
  const t = useWords(words)
  const sentence =
    problem && (problem === 'unknown' ? t('resumeUnknown') : t('resumeSent', { number: problem.sent }))
  return (
    <Document title={t('resumeTitle')} problems={problem !== undefined} unlisted>
      {sentence && <ErrorSummary problems={[{ href: '#code', text: sentence }]} />}
      <h1>{t('resumeTitle')}</h1>
      <form method="post" action="/resume" noValidate>
        <Input
          name="code"
          label={t('resumeLabel')}
          hint={t('resumeHint')}
          value={code}
          error={sentence}
          width={30}
          autoComplete="off"
          spellcheck={false}
        />
        <Button>{t('resumeButton')}</Button>
      </form>
    </Document>
  )
}

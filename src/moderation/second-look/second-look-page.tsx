import { Button, Document } from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import type { Instant } from '../../platform/time.ts'
import { type Process, useProcessBand } from '../../processes/index.ts'
import { words } from '../words.ts'

interface Props {
  process: Process
  now: Instant
  required: boolean
  moderators: readonly { name: string }[]
}

export function SecondLookPage({ process, now, required, moderators }: Props) {
  const t = useWords(words)
  const names = moderators.map(({ name }) => name).join(', ')
  return (
    <Document
      title={t('secondLook')}
      process={useProcessBand(process, now)}
      back={{ href: `/processes/${process.slug}`, text: process.name }}
      unlisted
    >
      <h1>{t('secondLook')}</h1>
      <p>{t('secondLookIntro')}</p>
      <p>
        <strong>{t(required ? 'secondLookIsOn' : 'secondLookIsOff')}</strong>
      </p>
      <p>{t('moderators', { count: moderators.length, names })}</p>
      <p>{t('secondLookStays')}</p>
      <form method="post" action={`/processes/${process.slug}/second-look`}>
        <Button name="required" value={required ? 'no' : 'yes'} kind={required ? 'secondary' : undefined}>
          {t(required ? 'switchOff' : 'switchOn')}
        </Button>
      </form>
    </Document>
  )
}

import { Caption, Document, ErrorSummary } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../processes/index.ts'
import { deliberationAddress } from '../../deliberations/model.ts'
import { type WordKey, words } from '../words.ts'
import type { Here } from './props.ts'

/** Why somebody cannot vote now, and what they can do instead; what they wrote is shown again. */
export function KeptOutPage({
  deliberation,
  process,
  now,
  why,
  reason,
}: Here & { why: WordKey; reason: string }) {
  const t = useWords(words)
  const here = deliberationAddress(process.slug, deliberation.number)
  return (
    <Document
      title={t('keptOut')}
      process={useProcessBand(process, now)}
      back={{ href: here, text: deliberation.title }}
      unlisted
    >
      <ErrorSummary problems={[{ href: '#why', text: t(why) }]} />
      <Caption>{deliberation.title}</Caption>
      <h1 id="why">{t('keptOut')}</h1>
      {why === 'may-sign-in' && (
        <p>
          <a href={`/sign-in?to=${encodeURIComponent(`${here}/vote`)}`}>{t('signIn')}</a>
        </p>
      )}
      {reason && (
        <>
          <p>{t('youWrote')}</p>
          <blockquote class="parley-claimed">
            <p class="parley-claimed__text" dir="auto">
              {reason}
            </p>
          </blockquote>
        </>
      )}
      <p>
        <a href={`${here}/statements`}>{t('readStatements')}</a>
      </p>
    </Document>
  )
}

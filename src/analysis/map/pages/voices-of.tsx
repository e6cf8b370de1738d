import { useWords } from '../../../platform/i18n/index.ts'
import { type Count, sum, type Voice, voices } from '../model.ts'
import { words } from '../words.ts'

/** Organisations, individuals and campaigns apart. */
export function VoicesOf({ counts }: { counts: readonly Count[] }) {
  const t = useWords(words)
  const of = (voice: Voice) => counts.filter((one) => one.voice === voice)
  return (
    <>
      {voices.map((voice) => {
        const count = sum(of(voice), ({ comments }) => comments)
        const campaigns = sum(of(voice), (one) => one.campaigns)
        if (count === 0) return null
        return (
          <span key={voice} class="parley-local">
            {t(`by-${voice}`, { count, campaigns })}
          </span>
        )
      })}
    </>
  )
}

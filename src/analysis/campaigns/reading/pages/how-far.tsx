import { useWords } from '../../../../platform/i18n/index.ts'
import type { Progress } from '../model.ts'
import { words } from '../words.ts'

/** While comments wait to be compared: how many are left. */
export function HowFar({ left, of, address }: Progress & { address: string }) {
  const t = useWords(words)
  if (left === 0) return null
  return (
    <>
      <p>
        <progress class="parley-progress" value={of - left} max={of} aria-label={t('reading')} />
      </p>
      <p>
        {t('readingText', { left, of })} <a href={address}>{t('lookAgain')}</a>
      </p>
    </>
  )
}

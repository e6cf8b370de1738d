import { useWords } from '../i18n/index.ts'
import { words } from './words.ts'

/** The letters that work on this page, and the switch for them; shown once they work. */
export function Keys({ text }: { text: string }) {
  const t = useWords(words)
  return (
    <p class="parley-muted parley-noprint" data-keys data-key="?" tabIndex={-1} hidden>
      {text}{' '}
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        data-keys-switch
        data-on={t('keysOn')}
        data-off={t('keysOff')}
      />
    </p>
  )
}

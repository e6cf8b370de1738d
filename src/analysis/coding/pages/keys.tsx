import { useWords } from '../../../platform/i18n/index.ts'
import { words } from '../words.ts'

/** The letters that work on this page, and the switch for them; shown once they work. */
export function Keys() {
  const t = useWords(words)
  return (
    <div data-island="coding-desk">
      <p class="parley-muted parley-noprint" data-keys tabIndex={-1} hidden>
        {t('keys')}{' '}
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          data-keys-switch
          data-on={t('keysOn')}
          data-off={t('keysOff')}
        />
      </p>
    </div>
  )
}

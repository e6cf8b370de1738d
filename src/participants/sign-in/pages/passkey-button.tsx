import { Button, useIsland } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { words } from '../words.ts'

/** Shown by its script, where the browser knows passkeys; without it the mailed link is the way in. */
export function PasskeyButton({ next }: { next: string }) {
  const t = useWords(words)
  useIsland('passkey')
  return (
    <>
      <noscript>
        <p class="govuk-body">{t('passkeyNoScript')}</p>
      </noscript>
      <form data-island="passkey" data-act="sign-in" data-to={next} hidden>
        <p class="govuk-error-message" role="alert" data-failed hidden>
          {t('passkeyFailed')}
        </p>
        <Button kind="secondary">{t('passkeySignIn')}</Button>
      </form>
    </>
  )
}

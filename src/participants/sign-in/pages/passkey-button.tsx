import { Button, useIsland } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { words } from '../words.ts'
import { PasskeyFailures } from './passkey-failures.tsx'

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
        <PasskeyFailures of="sign-in" />
        <Button kind="secondary">{t('passkeySignIn')}</Button>
      </form>
    </>
  )
}

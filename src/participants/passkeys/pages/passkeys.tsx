import { Button, Input, Table, Time, useIsland } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { PasskeyFailures } from '../../sign-in/pages/passkey-failures.tsx'
import { LONGEST_PASSKEY_NAME, type Passkey } from '../model.ts'
import { words } from '../words.ts'

/** On the account page: the passkeys a person has, and a form that the page's script can send. */
export function Passkeys({ passkeys }: { passkeys: readonly Passkey[] }) {
  const t = useWords(words)
  useIsland('passkey')
  return (
    <>
      <h2 class="govuk-heading-m">{t('title')}</h2>
      <p class="govuk-body">{t('intro')}</p>
      {passkeys.length === 0 && <p class="govuk-body">{t('none')}</p>}
      {passkeys.length > 0 && (
        <Table
          class="parley-cards"
          head={[t('name'), t('added'), t('used'), t('act')].map((text) => ({ text }))}
          rowHeaders
          rows={passkeys.map(({ id, name, addedAt, lastUsedAt }) => [
            { text: name },
            { text: <Time at={addedAt} /> },
            { text: lastUsedAt ? <Time at={lastUsedAt} /> : t('never') },
            { text: <Remove id={id} name={name} /> },
          ])}
        />
      )}
      {passkeys.length === 1 && <p class="govuk-body">{t('onlyOne')}</p>}
      <noscript>
        <p class="govuk-body">{t('noScript')}</p>
      </noscript>
      <p class="govuk-body" data-passkey-instead="address" hidden>
        {t('atNumber')}
      </p>
      <p class="govuk-body" data-passkey-instead="browser" hidden>
        {t('browserKnowsNone')}
      </p>
      <form data-island="passkey" data-act="add" hidden>
        <PasskeyFailures of="add" />
        <Input
          name="passkey"
          label={t('name')}
          hint={t('nameHint')}
          width={20}
          maxLength={LONGEST_PASSKEY_NAME}
          required
        />
        <Button kind="secondary">{t('add')}</Button>
      </form>
    </>
  )
}

function Remove({ id, name }: { id: string; name: string }) {
  const t = useWords(words)
  const aside = (text: preact.ComponentChildren) => <span class="govuk-visually-hidden">{text}</span>
  return (
    <form method="post" action={`/me/passkeys/${id}/remove`}>
      <Button kind="secondary">{t.rich('remove', { aside, name })}</Button>
    </form>
  )
}

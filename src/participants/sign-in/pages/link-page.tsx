import { Button, ButtonLink, Document, Input } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { FormProblems, noneWrong, sentencesFor, type WrongFields } from '../../form-problems.tsx'
import { LINK_LIFE, SESSION_LIFE } from '../model.ts'
import { NAME_LENGTH } from '../schemas.ts'
import { words } from '../words.ts'

const DAY = 24 * 3600_000

interface Props {
  secret: string
  email: string
  newcomer: boolean
  name?: string | undefined
  wrong?: WrongFields
}

/** Only shows a button: programs that open every link in a letter use nothing up. */
export function LinkPage({ secret, email, newcomer, name, wrong = noneWrong }: Props) {
  const t = useWords(words)
  const errors = sentencesFor({ name: t('nameProblem', { limit: NAME_LENGTH }) }, wrong)
  const title = t('linkTitle', { email })
  return (
    <Document title={title} problems={wrong.size > 0} unlisted>
      <FormProblems errors={errors} wrong={wrong} />
      <h1>{title}</h1>
      <p class="govuk-body">{t('linkText', { days: SESSION_LIFE / DAY })}</p>
      <form method="post" action={`/sign-in/${secret}`} noValidate>
        {newcomer && (
          <Input
            name="name"
            label={t('name')}
            hint={t('newcomer')}
            value={name}
            error={errors.name}
            autocomplete="name"
          />
        )}
        <Button>{t('signIn')}</Button>
      </form>
    </Document>
  )
}

export function LinkGonePage() {
  const t = useWords(words)
  return (
    <Document title={t('linkGoneTitle')} unlisted>
      <h1>{t('linkGoneTitle')}</h1>
      <p class="govuk-body">{t('linkGone', { minutes: LINK_LIFE / 60_000 })}</p>
      <ButtonLink href="/sign-in">{t('askAgain')}</ButtonLink>
    </Document>
  )
}

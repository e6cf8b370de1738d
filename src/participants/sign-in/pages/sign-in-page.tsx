import { Button, Document, Input } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { FormProblems, noneWrong, sentencesFor, type WrongFields } from '../../form-problems.tsx'
import { words } from '../words.ts'
import { PasskeyButton } from './passkey-button.tsx'

interface Props {
  email?: string | undefined
  next: string
  wrong?: WrongFields
}

export function SignInPage({ email, next, wrong = noneWrong }: Props) {
  const t = useWords(words)
  const errors = sentencesFor({ email: t('emailProblem') }, wrong)
  return (
    <Document title={t('signIn')} problems={wrong.size > 0} unlisted>
      <FormProblems errors={errors} wrong={wrong} />
      <h1>{t('signIn')}</h1>
      {next !== '/' && <p class="govuk-body">{t('thenBack')}</p>}
      <p class="govuk-body">{t('signInIntro')}</p>
      <p class="govuk-body">{t('noAccountNeeded')}</p>
      <form method="post" action="/sign-in" noValidate>
        <input type="hidden" name="to" value={next} />
        <Input
          name="email"
          type="email"
          label={t('email')}
          value={email}
          error={errors.email}
          autocomplete="email"
          spellcheck={false}
        />
        <Button>{t('sendLink')}</Button>
      </form>
      <PasskeyButton next={next} />
    </Document>
  )
}

import { Button, Input, Select } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { type DeclaredInterest, interestKinds } from '../../interests/model.ts'
import { useInterest } from '../../interests/pages/interest-lines.tsx'
import { words as interestWords } from '../../interests/words.ts'
import type { InterestForm } from '../../sign-in/schemas.ts'
import { words } from '../words.ts'

interface Props {
  interests: readonly DeclaredInterest[]
  draft: Partial<InterestForm> | undefined
  errors: Partial<Record<keyof InterestForm, string>>
}

/** What a person has at stake: theirs to declare, and to end. */
export function Interests({ interests, draft, errors }: Props) {
  const t = useWords(words)
  const called = useWords(interestWords)
  const say = useInterest()
  return (
    <>
      <h2 class="govuk-heading-m">{t('interests')}</h2>
      <p class="govuk-body">{t('interestsIntro')}</p>
      {interests.map((one) => (
        <form key={one.id} method="post" action={`/me/interests/${one.id}/end`}>
          <p class="govuk-body">{say(one)}</p>
          {!one.endedAt && <EndButton words={one.words} />}
        </form>
      ))}
      <form method="post" action="/me/interests" noValidate>
        <Select
          name="kind"
          label={t('interestKind')}
          value={draft?.kind}
          error={errors.kind}
          options={interestKinds.map((value) => ({ value, text: called(value) }))}
        />
        <Input
          name="words"
          label={t('interestWords')}
          hint={t('interestHint')}
          value={draft?.words}
          error={errors.words}
        />
        <Button kind="secondary">{t('interestButton')}</Button>
      </form>
    </>
  )
}

function EndButton({ words: said }: { words: string }) {
  const t = useWords(words)
  const aside = (text: preact.ComponentChildren) => <span class="govuk-visually-hidden">{text}</span>
  return <Button kind="secondary">{t.rich('interestEnd', { aside, words: said })}</Button>
}

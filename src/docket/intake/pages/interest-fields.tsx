import { interestKinds, interestWords } from '../../../participants/index.ts'
import { Checkboxes, Details, Input } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { interestFields, interestsIn } from '../model.ts'
import { problemAt } from '../sentence-for.ts'
import { words } from '../words.ts'
import type { WritingProps } from './props.ts'

/** Closed until somebody has something to declare. */
export function InterestFields({ form, problems = [] }: WritingProps) {
  const t = useWords(words)
  const called = useWords(interestWords)
  return (
    <Details summary={t('interests')} open={interestsIn(form).length > 0}>
      <p class="govuk-hint">{t('interestsHint')}</p>
      {interestKinds.map((kind) => (
        <Input
          key={kind}
          name={interestFields[kind]}
          label={called(kind)}
          optional
          value={form[interestFields[kind]]}
          error={problemAt(problems, interestFields[kind], t)}
        />
      ))}
      <Checkboxes
        name="interestsConfidential"
        values={form.interestsConfidential ? ['yes'] : []}
        items={[{ value: 'yes', text: t('interestsConfidential'), hint: t('interestsConfidentialHint') }]}
      />
    </Details>
  )
}

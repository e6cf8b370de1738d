import { ErrorSummary, Input } from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import { LONGEST_SIGNATORY } from '../../../comments/signatories/model.ts'
import { words } from '../../words.ts'
import type { NamedForm, NamedProblems } from '../check-named.ts'

export interface NamedFieldsProps {
  form: NamedForm
  problems: NamedProblems
}

const parts = ['name', 'email', 'country'] as const

/** The fields of one organisation; each keeps what was typed. */
export function NamedFields({ form, problems, must = false }: NamedFieldsProps & { must?: boolean }) {
  const t = useWords(words)
  const field = (part: (typeof parts)[number]) => {
    const wrong = problems[part]
    return { name: part, value: form[part], error: wrong && t(wrong, { limit: LONGEST_SIGNATORY, ...form }) }
  }
  return (
    <>
      <Input {...field('name')} label={t('name')} autocomplete="organization" />
      <Input
        {...field('email')}
        type="email"
        label={t('email')}
        hint={t('emailHint')}
        optional={!must}
        autocomplete="email"
        spellcheck={false}
      />
      <Input {...field('country')} label={t('country')} hint={t('countryHint')} optional width={20} />
    </>
  )
}

export function NamedProblemSummary({ problems, form }: { problems: NamedProblems; form?: NamedForm }) {
  const t = useWords(words)
  const all = parts.flatMap((part) => {
    const wrong = problems[part]
    return wrong ? [{ href: `#${part}`, text: t(wrong, { limit: LONGEST_SIGNATORY, ...form }) }] : []
  })
  return all.length > 0 ? <ErrorSummary problems={all} /> : null
}

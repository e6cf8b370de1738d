import { Input, type Option, Select, Textarea } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { CodebookProblems } from '../check-wording.ts'
import { type Code, type CodeId, type CodeWording, inTree, inUse } from '../model.ts'
import { words } from '../words.ts'

interface Props {
  typed: Readonly<Partial<CodeWording>>
  problems: CodebookProblems | undefined
}

/** The words of a code, to be typed. */
export function CodeFields({ typed, problems }: Props) {
  const t = useWords(words)
  const wrong = (field: string) => {
    const key = problems?.get(field)
    return key && t(key)
  }
  return (
    <>
      <Input
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        error={wrong('name')}
        value={typed.name}
        dir="auto"
      />
      <Textarea
        name="definition"
        label={t('definition')}
        hint={t('definitionHint')}
        error={wrong('definition')}
        value={typed.definition}
        rows={3}
        dir="auto"
        optional
      />
      <Textarea
        name="example"
        label={t('example')}
        error={wrong('example')}
        value={typed.example}
        rows={2}
        dir="auto"
        optional
      />
    </>
  )
}

interface ChoiceProps {
  name: string
  label: string
  codes: readonly Code[]
  /** What choosing none of them means. */
  none: string
  value: string | undefined
  error?: string | undefined
  but?: CodeId | undefined
}

/** One of the codes that are in use, by its path. */
export function CodeSelect({ name, label, codes, none, value, error, but }: ChoiceProps) {
  const options: Option[] = inTree(inUse(codes))
    .filter(({ code }) => code.id !== but)
    .map(({ code, path }) => ({ value: code.id, text: path }))
  return (
    <Select
      {...{ name, label, error }}
      value={value ?? ''}
      options={[{ value: '', text: none }, ...options]}
    />
  )
}

import { Button, Input, Radios } from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import { capacities, type Organisation } from '../../../organisations/model.ts'
import type { RepresentationForm } from '../../schemas.ts'
import { words } from '../../words.ts'

interface Props {
  organisation: Organisation
  draft: Partial<RepresentationForm>
  errors: Partial<Record<keyof RepresentationForm, string>>
}

export function RepresentationFields({ organisation, draft, errors }: Props) {
  const t = useWords(words)
  const field = (name: keyof RepresentationForm) => ({ name, value: draft[name], error: errors[name] })
  return (
    <form
      method="post"
      action={`/administration/organisations/${organisation.id}/representations`}
      noValidate
    >
      <Input
        {...field('person')}
        label={t('personEmail')}
        hint={t('personEmailHint')}
        type="email"
        width={30}
        spellcheck={false}
      />
      <Radios
        {...field('capacity')}
        legend={t('capacity')}
        legendClass="govuk-fieldset__legend--s"
        items={capacities.map((value) => ({ value, text: t(value), hint: t(`${value}Hint`) }))}
      />
      <Input {...field('from')} label={t('from')} type="date" width={10} />
      <Input {...field('until')} label={t('until')} hint={t('untilHint')} optional type="date" width={10} />
      <Input
        {...field('checkedHow')}
        label={t('checkedHow')}
        hint={t('checkedHowHint')}
        optional
        width={30}
      />
      <Button>{t('addRepresentationButton')}</Button>
    </form>
  )
}

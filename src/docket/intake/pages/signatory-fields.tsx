import { Button, Details, Fieldset, Input, Textarea } from '../../../platform/html/index.ts'
import { useLocale, useWords } from '../../../platform/i18n/index.ts'
import { LONGEST_SIGNATORY, MOST_SIGNATORIES } from '../../comments/signatories/model.ts'
import { countryChoices, countryNamed } from '../places.ts'
import { problemAt } from '../sentence-for.ts'
import { LIST, signatoriesIn, signatoryField, type WrittenSignatory } from '../signatories/model.ts'
import { words } from '../words.ts'
import type { WritingProps } from './props.ts'

const EMPTY_ROWS = 2
const empty: WrittenSignatory = { name: '', country: '', email: '' }

/** Closed until somebody signs with others. */
export function SignatoryFields(props: WritingProps) {
  const { form, problems = [] } = props
  const t = useWords(words)
  const wrong = problems.some(({ field }) => field.startsWith('signatory'))
  const rows = [...form.signatories, ...Array.from({ length: EMPTY_ROWS }, () => empty)]
  return (
    <Details summary={t('joint')} open={wrong || form.signatories.length > 0 || form.signatoryList !== ''}>
      <p class="govuk-body">{t('jointHint')}</p>
      <p class="govuk-body">{t('jointPublished')}</p>
      {rows.map((row, at) => (
        <Row key={at} row={row} number={at + 1} {...props} />
      ))}
      <Countries />
      <Textarea
        name={LIST}
        label={t('signatoryList')}
        hint={t('signatoryListHint', { limit: MOST_SIGNATORIES })}
        optional
        rows={4}
        spellcheck={false}
        value={form.signatoryList}
        error={problemAt(problems, LIST, t)}
      />
      <div class="govuk-button-group">
        <Button name="act" value="rows" kind="secondary">
          {t('signatoryMore')}
        </Button>
        <Button name="act" value="members" kind="secondary">
          {t('signatoryMembers')}
        </Button>
      </div>
      <p class="govuk-hint">{t('signatoryMembersHint')}</p>
    </Details>
  )
}

const COUNTRIES = 'signatory-countries'

function Row({ row, number, problems = [] }: WritingProps & { row: WrittenSignatory; number: number }) {
  const t = useWords(words)
  const field = (part: keyof WrittenSignatory) => {
    const name = signatoryField(number, part)
    return { name, value: row[part], error: problemAt(problems, name, t) }
  }
  return (
    <Fieldset legend={t('signatoryLegend', { number })}>
      <Input {...field('name')} label={t('signatoryName')} optional maxLength={LONGEST_SIGNATORY} />
      <Input {...field('email')} type="email" label={t('signatoryEmail')} optional spellcheck={false} />
      <Input {...field('country')} label={t('country')} optional width={20} list={COUNTRIES} />
    </Fieldset>
  )
}

/** One list of names for all rows. */
function Countries() {
  return (
    <datalist id={COUNTRIES}>
      {countryChoices(useLocale()).map(({ value, text }) => (
        <option key={value} value={text} />
      ))}
    </datalist>
  )
}

/** The organisations that are named, as they will be shown. */
export function NamedSignatories({ form }: Pick<WritingProps, 'form'>) {
  const t = useWords(words)
  const locale = useLocale()
  const countries = countryChoices(locale)
  return (
    <ul class="govuk-list govuk-list--bullet">
      {signatoriesIn(form, countryNamed).map(({ name, country, email }) => {
        const code = countryNamed(country)
        const place = countries.find(({ value }) => value === code)?.text
        return (
          <li key={name}>
            {place ? t('signatoryOf', { name, country: place }) : name}
            <br />
            <span class="govuk-hint">{email ? t('signatoryAsked', { email }) : t('signatoryNotAsked')}</span>
          </li>
        )
      })}
    </ul>
  )
}

import { isAddress } from '../../../platform/mail/index.ts'
import { tidyName } from '../../../platform/text/index.ts'
import { LONGEST_SIGNATORY } from '../../comments/signatories/model.ts'
import { countryNamed } from '../../intake/places.ts'
import type { Fields } from '../../intake/read-form.ts'

export interface NamedForm {
  name: string
  country: string
  email: string
}

export type NamedProblem = 'nameMissing' | 'nameLong' | 'countryUnknown' | 'emailWrong' | 'emailMissing'

export type NamedProblems = Partial<Record<keyof NamedForm, NamedProblem>>

export const emptyNamed: NamedForm = { name: '', country: '', email: '' }

export function namedFormOf(fields: Fields): NamedForm {
  const field = (name: string) => fields.find(([one]) => one === name)?.[1] ?? ''
  return { name: tidyName(field('name')), country: field('country').trim(), email: field('email').trim() }
}

/** What keeps an organisation from being named; who joins by themselves must have an address. */
export function problemsOfNamed(
  { name, country, email }: NamedForm,
  mustHaveAddress: boolean,
): NamedProblems {
  const rules: [boolean, NamedProblems][] = [
    [name === '', { name: 'nameMissing' }],
    [name.length > LONGEST_SIGNATORY, { name: 'nameLong' }],
    [country !== '' && countryNamed(country) === undefined, { country: 'countryUnknown' }],
    [email !== '' && !isAddress(email), { email: 'emailWrong' }],
    [email === '' && mustHaveAddress, { email: 'emailMissing' }],
  ]
  return Object.assign({}, ...rules.filter(([broken]) => broken).map(([, problem]) => problem))
}

import type { FieldProps } from './govuk/field.tsx'
import { Select } from './govuk/index.ts'

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]

/** Every zone there is, as a plain list that works without script; one typed elsewhere stays what it was. */
export function ZoneSelect({ value, ...field }: FieldProps & { value: string }) {
  const known = zones.includes(value) || value === '' ? zones : [value, ...zones]
  return <Select {...field} value={value} options={known.map((zone) => ({ text: zone }))} />
}

import type { Fields } from '../read-form.ts'

export function HiddenFields({ fields }: { fields: Fields }) {
  return fields.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}

import { Type } from 'typebox'

export const ProcessAddress = Type.Object({ slug: Type.String({ maxLength: 100 }) })
export const DifferenceAddress = Type.Object({
  slug: Type.String({ maxLength: 100 }),
  excerpt: Type.String({ maxLength: 60 }),
})

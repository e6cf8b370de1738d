import { Type } from 'typebox'
import { programs } from './model.ts'

export const DocketAddress = Type.Object({ docket: Type.String({ maxLength: 80 }) })

export const SwitchForm = Type.Object(
  { program: Type.Enum([...programs]), switch: Type.Enum(['on', 'off']) },
  { additionalProperties: false },
)

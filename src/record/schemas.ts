import { Type } from 'typebox'

/** `0` to `63`, or `entries`; the tile's number and width follow as a path. */
export const TileParams = Type.Object({
  level: Type.String({ pattern: '^([0-9]|[1-5][0-9]|6[0-3]|entries)$' }),
  '*': Type.String({ maxLength: 100 }),
})

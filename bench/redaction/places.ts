/** Where a document may hold words that its reader does not see, or that its writer forgot. */
export const places = [
  'body',
  'table',
  'header',
  'footnote',
  'text-box',
  'comment',
  'deleted',
  'properties',
  'custom-properties',
  'xmp',
  'alt-text',
  'hidden-layer',
  'white-text',
  'embedded-file',
  'revision-save',
  'field',
  'link',
  'bookmark',
  'style-name',
  'custom-data',
  'picture-metadata',
  'after-the-end',
  'file-name',
  'scattered',
] as const
export type Place = (typeof places)[number]

/** Makes a document that holds the words in one place and nowhere else; `turn` chooses among the ways to write them. */
export type Make = (words: string, turn: number) => Uint8Array

/** A kind of document: one without anything to hide, and one for each place that it has. */
export interface Kind {
  end: string
  plain(turn: number): Uint8Array
  places: Partial<Record<Place, Make>>
}

export const ordinary = 'Devices should be updated for ten years after they were sold.'

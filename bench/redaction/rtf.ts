import { strToU8, zipSync } from 'fflate'
import { jpegWith } from './pictures.ts'
import { type Kind, type Make, ordinary } from './places.ts'

const unicode = (sign: string) =>
  Array.from({ length: sign.length }, (_, at) => `\\u${(sign.charCodeAt(at) << 16) >> 16}?`).join('')
const hex = (sign: string) => `\\'${sign.charCodeAt(0).toString(16).padStart(2, '0')}`

/** Words in the ways that writers of RTF have. */
function escaped(words: string, turn: number): string {
  return [...words]
    .map((sign) => {
      if (sign.charCodeAt(0) > 0x7f) return unicode(sign)
      return turn % 3 === 1 && sign !== ' ' ? hex(sign) : sign
    })
    .join('')
}

const rtfOf = (body: string, head = '') =>
  Buffer.from(
    `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red255\\green255\\blue255;}${head}\\pard ${ordinary}\\par ${body}}`,
    'latin1',
  )
const inBody =
  (rtf: (words: string) => string): Make =>
  (words, turn) =>
    rtfOf(rtf(escaped(words, turn)))
const inHead =
  (rtf: (words: string) => string): Make =>
  (words, turn) =>
    rtfOf('', rtf(escaped(words, turn)))
const digits = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/.{128}/g, '$&\r\n')

/** Each letter in a group of its own, with marks of nothing between. */
const scattered: Make = (words) =>
  rtfOf(`{\\v ${[...words].map((one, at) => `{\\b ${escaped(one, at)}}{\\*\\bkmkstart m${at}}`).join('')}}`)

export const rtf: Kind = {
  end: 'rtf',
  plain: () => rtfOf(''),
  places: {
    body: inBody((words) => `${words}\\par`),
    table: inBody((words) => `\\trowd\\cellx4000\\intbl ${words}\\cell\\row`),
    header: inHead((words) => `{\\header ${words}\\par}`),
    footnote: inBody((words) => `A{\\footnote ${words}}\\par`),
    'text-box': inBody((words) => `{\\shp{\\*\\shpinst{\\shptxt ${words}\\par}}}`),
    comment: inBody((words) => `{\\*\\atnauthor A}{\\*\\annotation ${words}}`),
    deleted: inBody((words) => `{\\deleted ${words}}`),
    properties: inHead((words) => `{\\info{\\author ${words}}}`),
    'custom-properties': inHead(
      (words) => `{\\*\\userprops{\\propname Client}\\proptype30{\\staticval ${words}}}`,
    ),
    'alt-text': inBody((words) => `{\\shp{\\*\\shpinst{\\sp{\\sn wzDescription}{\\sv ${words}}}}}`),
    'hidden-layer': inBody((words) => `{\\v ${words}}`),
    'white-text': inBody((words) => `{\\cf1\\fs2 ${words}}`),
    'embedded-file': (words) =>
      rtfOf(`{\\object\\objemb{\\*\\objdata ${digits(Buffer.from(words, 'utf16le'))}}}`),
    field: inBody((words) => `{\\field{\\*\\fldinst AUTHOR ${words}}{\\fldrslt A}}`),
    link: (words) =>
      rtfOf(`{\\field{\\*\\fldinst HYPERLINK "mailto:${encodeURIComponent(words)}"}{\\fldrslt Us}}`),
    bookmark: inBody((words) => `{\\*\\bkmkstart ${words}}{\\*\\bkmkend ${words}}`),
    'style-name': inHead((words) => `{\\stylesheet{\\s1 ${words};}}`),
    'custom-data': (words, turn) =>
      rtfOf(
        '',
        `{\\*\\datastore ${digits(turn % 2 === 0 ? zipSync({ 'item1.xml': strToU8(`<by>${words}</by>`) }) : Buffer.from(words, 'utf16le'))}}`,
      ),
    'picture-metadata': (words, turn) => rtfOf(`{\\pict\\jpegblip ${digits(jpegWith(words, turn))}}`),
    'after-the-end': (words, turn) =>
      Buffer.concat([rtfOf(''), turn % 2 === 0 ? Buffer.from(words) : zipSync({ 'a.txt': strToU8(words) })]),
    'file-name': () => rtfOf(''),
    scattered,
  },
}

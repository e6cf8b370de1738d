import { strToU8, zipSync } from 'fflate'
import { jpegWith, svgWith } from './pictures.ts'
import { type Kind, type Make, ordinary } from './places.ts'

const entity = (sign: string, turn: number) =>
  turn % 2 === 0 ? `&#x${sign.codePointAt(0)?.toString(16)};` : `&#${sign.codePointAt(0)};`

/** Words in the ways that writers of pages have. */
const escaped = (words: string, turn: number) =>
  turn % 3 === 1 ? [...words].map((sign) => entity(sign, turn)).join('') : words

const pageOf = (body: string, head = '') =>
  Buffer.from(
    `<!doctype html><html><head><meta charset="utf-8">${head}</head><body><p>${ordinary}</p>${body}</body></html>`,
  )
const inBody =
  (html: (words: string) => string): Make =>
  (words, turn) =>
    pageOf(html(escaped(words, turn)))
const inHead =
  (html: (words: string) => string): Make =>
  (words, turn) =>
    pageOf('', html(escaped(words, turn)))
const packed = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const asScript = (words: string) =>
  Array.from(
    { length: words.length },
    (_, at) => `\\u${words.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('')

const scattered: Make = (words, turn) =>
  pageOf(
    `<div hidden>${[...words].map((one, at) => `<b>${entity(one, turn)}</b><!-- ${at % 2 === 0 ? 'a' : '<i>'} -->`).join('')}</div>`,
  )

export const html: Kind = {
  end: 'html',
  plain: () => pageOf(''),
  places: {
    body: inBody((words) => `<p>${words}</p>`),
    table: inBody((words) => `<table><tr><td>${words}</td></tr></table>`),
    header: inBody((words) => `<header>${words}</header>`),
    footnote: inBody((words) => `<aside>${words}</aside>`),
    'text-box': inBody((words) => `<textarea>${words}</textarea>`),
    comment: (words) => pageOf(`<!-- ${words} -->`),
    deleted: inBody((words) => `<p><del>${words}</del></p>`),
    properties: inHead((words) => `<meta name="author" content="${words}">`),
    'custom-properties': inHead((words) => `<meta name=client content='${words}'>`),
    xmp: (words) => pageOf(svgWith(words)),
    'alt-text': inBody((words) => `<img src="a.png" alt="${words}">`),
    'hidden-layer': inBody((words) => `<p style="display:none">${words}</p>`),
    'white-text': inBody((words) => `<p style="color:#fff;font-size:1px">${words}</p>`),
    'embedded-file': (words, turn) => {
      const inner =
        turn % 2 === 0 ? zipSync({ 'a.txt': strToU8(words) }) : strToU8(`<svg><text>${words}</text></svg>`)
      return pageOf(`<a href="data:application/octet-stream;base64,${packed(inner)}">A</a>`)
    },
    'revision-save': (words) => pageOf(`<!--[if gte mso 9]><xml><o:Old>${words}</o:Old></xml><![endif]-->`),
    field: inBody((words) => `<input type="hidden" value="${words}">`),
    link: (words) => pageOf(`<a href="mailto:${encodeURIComponent(words)}">Us</a>`),
    bookmark: inBody((words) => `<a id="${words}"></a>`),
    'style-name': (words) => pageOf('', `<style>.a{font-family:"${words}"}</style>`),
    'custom-data': (words) => pageOf(`<script type="application/json">{"by":"${asScript(words)}"}</script>`),
    'picture-metadata': (words, turn) =>
      pageOf(`<img src="data:image/jpeg;base64,${packed(jpegWith(words, turn))}" alt="">`),
    'after-the-end': (words) => Buffer.concat([pageOf(''), Buffer.from(`\n${words}`)]),
    'file-name': () => pageOf(''),
    scattered,
  },
}

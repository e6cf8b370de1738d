import { strToU8, unzipSync, zipSync } from 'fflate'
import { withLeftOver, withRemark } from '../../src/platform/files/search/testing.ts'
import { odtOf } from '../../src/platform/files/testing.ts'
import { jpegWith, pngWith, svgWith } from './pictures.ts'
import { type Kind, type Make, ordinary } from './places.ts'

const p = (words: string) => `<text:p>${words}</text:p>`
const said = p(ordinary)
const inBody =
  (xml: (words: string) => string): Make =>
  (words) =>
    odtOf(`${said}${xml(words)}`)
const inPart =
  (name: string, xml: (words: string) => string): Make =>
  (words) =>
    odtOf(said, { [name]: xml(words) })

/** The document with one more part of any bytes. */
function withBytes(name: string, bytes: Uint8Array): Uint8Array {
  const { mimetype = new Uint8Array(), ...rest } = unzipSync(odtOf(said))
  return zipSync({ mimetype: [mimetype, { level: 0 }], ...rest, [name]: bytes })
}

const hiddenStyle =
  '<style:style style:name="H"><style:text-properties text:display="none"/></style:style><style:style style:name="W"><style:text-properties fo:color="#ffffff"/></style:style>'
const styled =
  (style: string): Make =>
  (words) =>
    odtOf(
      `${said}<text:p><text:span text:style-name="${style}">${words}</text:span></text:p>`,
      {},
      hiddenStyle,
    )
const meta = (inside: string) => `<office:document-meta>${inside}</office:document-meta>`

export const odt: Kind = {
  end: 'odt',
  plain: () => odtOf(said),
  places: {
    body: inBody(p),
    table: inBody(
      (words) =>
        `<table:table><table:table-row><table:table-cell>${p(words)}</table:table-cell></table:table-row></table:table>`,
    ),
    header: inPart(
      'styles.xml',
      (words) => `<office:document-styles><style:header>${p(words)}</style:header></office:document-styles>`,
    ),
    footnote: inBody(
      (words) => `<text:p><text:note><text:note-body>${p(words)}</text:note-body></text:note></text:p>`,
    ),
    'text-box': inBody(
      (words) => `<text:p><draw:frame><draw:text-box>${p(words)}</draw:text-box></draw:frame></text:p>`,
    ),
    comment: inBody(
      (words) =>
        `<text:p><office:annotation><dc:creator>A</dc:creator>${p(words)}</office:annotation>A.</text:p>`,
    ),
    deleted: inBody(
      (words) =>
        `<text:tracked-changes><text:changed-region><text:deletion>${p(words)}</text:deletion></text:changed-region></text:tracked-changes>`,
    ),
    properties: inPart('meta.xml', (words) => meta(`<dc:creator>${words}</dc:creator>`)),
    'custom-properties': inPart('meta.xml', (words) =>
      meta(`<meta:user-defined meta:name="Client">${words}</meta:user-defined>`),
    ),
    xmp: inPart('Pictures/a.svg', svgWith),
    'alt-text': inBody((words) => `<text:p><draw:frame><svg:desc>${words}</svg:desc></draw:frame></text:p>`),
    'hidden-layer': styled('H'),
    'white-text': styled('W'),
    'embedded-file': (words) => withBytes('Object 1', odtOf(p(words))),
    'revision-save': (words, turn) =>
      turn % 2 === 0
        ? withBytes('Versions/Version1', odtOf(p(words)))
        : withLeftOver(odtOf(said), 'content.xml', `<office:text>${p(words)}</office:text>`),
    field: inBody(
      (words) =>
        `<text:user-field-decls><text:user-field-decl office:string-value="${words}"/></text:user-field-decls>`,
    ),
    link: inBody(
      (words) => `<text:p><text:a xlink:href="mailto:${encodeURIComponent(words)}">Us</text:a></text:p>`,
    ),
    bookmark: inBody((words) => `<text:p><text:bookmark text:name="${words}"/></text:p>`),
    'style-name': (words) => odtOf(said, {}, `<style:style style:name="Q" style:display-name="${words}"/>`),
    'custom-data': (words, turn) =>
      odtOf(said, {
        'manifest.rdf': `<rdf:RDF>${turn % 2 === 0 ? words : [...words].map((one) => `&#x${one.codePointAt(0)?.toString(16)};`).join('')}</rdf:RDF>`,
      }),
    'picture-metadata': (words, turn) =>
      turn % 2 === 0
        ? withBytes('Thumbnails/thumbnail.png', pngWith(words))
        : withBytes('Pictures/a.jpg', jpegWith(words, turn)),
    'after-the-end': (words, turn) =>
      turn % 2 === 0
        ? withRemark(odtOf(said), strToU8(words))
        : Buffer.concat([odtOf(said), zipSync({ 'a.txt': strToU8(words) })]),
    'file-name': () => odtOf(said),
    scattered: inBody(
      (words) =>
        `<text:p>${[...words].map((one) => `<text:span>${one === ' ' ? '<text:s/>' : one}</text:span>`).join('')}</text:p>`,
    ),
  },
}

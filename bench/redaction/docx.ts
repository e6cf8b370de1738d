import { strToU8, zipSync } from 'fflate'
import { withLeftOver, withRemark } from '../../src/platform/files/search/testing.ts'
import { docxOf, paragraphXml } from '../../src/platform/files/testing.ts'
import { jpegWith, svgWith } from './pictures.ts'
import { type Kind, type Make, ordinary } from './places.ts'

const said = paragraphXml(ordinary)
const inBody =
  (xml: (words: string) => string): Make =>
  (words) =>
    docxOf(`${said}${xml(words)}`)
const inPart =
  (name: string, xml: (words: string) => string): Make =>
  (words, turn) => {
    const text = xml(words)
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    return docxOf(said, { [name]: turn % 3 === 2 ? wide : strToU8(text) })
  }
const run = (words: string, how = '') => `<w:p><w:r><w:rPr>${how}</w:rPr><w:t>${words}</w:t></w:r></w:p>`
const scattered = (words: string) =>
  `<w:p>${[...words].map((one) => `<w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space="preserve">${one}</w:t></w:r><w:proofErr w:type="spellStart"/>`).join('')}</w:p>`

function embedded(words: string, turn: number): Uint8Array {
  const inner = docxOf(paragraphXml(words))
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(words, 'utf16le')])
  const gz = zipSync({ 'a.txt': strToU8(words) })
  const all = { 'a.docx': inner, 'oleObject1.bin': old, 'deep.zip': zipSync({ 'b.zip': gz }) }
  const [name, bytes] = Object.entries(all)[turn % 3] ?? ['a', inner]
  return docxOf(said, { [`word/embeddings/${name}`]: bytes })
}

function customXml(words: string, turn: number): Uint8Array {
  const packed = Buffer.from(`{"by":"${words}"}`).toString('base64')
  return docxOf(said, {
    'customXml/item1.xml': strToU8(
      `<by>${turn % 2 === 0 ? words : `data:application/json;base64,${packed}`}</by>`,
    ),
  })
}

export const docx: Kind = {
  end: 'docx',
  plain: () => docxOf(said),
  places: {
    body: inBody(paragraphXml),
    table: inBody((words) => `<w:tbl><w:tr><w:tc>${paragraphXml(words)}</w:tc></w:tr></w:tbl>`),
    header: inPart('word/header1.xml', (words) => `<w:hdr>${paragraphXml(words)}</w:hdr>`),
    footnote: inPart('word/footnotes.xml', (words) => `<w:footnote>${paragraphXml(words)}</w:footnote>`),
    'text-box': inBody(
      (words) =>
        `<w:p><w:r><w:pict><w:txbxContent>${paragraphXml(words)}</w:txbxContent></w:pict></w:r></w:p>`,
    ),
    comment: inPart(
      'word/comments.xml',
      (words) => `<w:comment w:author="A">${paragraphXml(words)}</w:comment>`,
    ),
    deleted: inBody(
      (words) => `<w:p><w:del w:id="1"><w:r><w:delText>${words}</w:delText></w:r></w:del></w:p>`,
    ),
    properties: inPart('docProps/core.xml', (words) => `<cp:p><dc:creator>${words}</dc:creator></cp:p>`),
    'custom-properties': inPart(
      'docProps/custom.xml',
      (words) => `<property name="Client">${words}</property>`,
    ),
    xmp: inPart('word/media/image1.svg', svgWith),
    'alt-text': inBody((words) => `<w:p><w:r><wp:docPr id="1" descr="${words}"/></w:r></w:p>`),
    'hidden-layer': inBody((words) => run(words, '<w:vanish/>')),
    'white-text': inBody((words) => run(words, '<w:color w:val="FFFFFF"/><w:sz w:val="2"/>')),
    'embedded-file': embedded,
    'revision-save': (words) => withLeftOver(docxOf(said), 'word/document.xml', paragraphXml(words)),
    field: inBody((words) => `<w:p><w:r><w:instrText>AUTHOR ${words}</w:instrText></w:r></w:p>`),
    link: inPart(
      'word/_rels/document.xml.rels',
      (words) =>
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="x" TargetMode="External" Target="mailto:${encodeURIComponent(words)}"/></Relationships>`,
    ),
    bookmark: inBody(
      (words) => `<w:p><w:bookmarkStart w:id="1" w:name="${words.replaceAll(' ', '_')}"/></w:p>`,
    ),
    'style-name': inPart('word/styles2.xml', (words) => `<w:style><w:name w:val="${words}"/></w:style>`),
    'custom-data': customXml,
    'picture-metadata': (words, turn) => docxOf(said, { 'word/media/image1.jpeg': jpegWith(words, turn) }),
    'after-the-end': (words, turn) =>
      withRemark(docxOf(said), Buffer.from(words, turn % 2 === 0 ? 'utf8' : 'utf16le')),
    'file-name': () => docxOf(said),
    scattered: inBody(scattered),
  },
}

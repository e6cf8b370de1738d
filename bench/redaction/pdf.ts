import { strToU8, zipSync } from 'fflate'
import { assemble, type Body, ownFont, stream, textString } from './pdf-objects.ts'
import { jpegWith } from './pictures.ts'
import { type Kind, type Make, ordinary } from './places.ts'

interface Parts {
  /** Further keys of the catalogue, the page and the trailer; objects from number `FIRST` on. */
  catalogue?: string
  page?: string
  trailer?: string
  resources?: string
  more?: readonly Body[]
  draws?: string
}

const FIRST = 9
const FONT = 6
const line = (text: string, down = 0) => `BT /F1 12 Tf 72 ${770 - down} Td (${text}) Tj ET\n`

/** One page; objects 6 to 8 are a font of its own numbering for the words. */
function objectsOf(words: string, turn: number, parts: Parts): Body[] {
  const { objects } = ownFont(words, FONT)
  const resources = `/Font << /F1 5 0 R /F2 6 0 R >> ${parts.resources ?? ''}`
  return [
    `<< /Type /Catalog /Pages 2 0 R ${parts.catalogue ?? ''} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << ${resources} >> ${parts.page ?? ''} >>`,
    stream(`${line(ordinary)}${parts.draws ?? ''}`, turn),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...objects,
    ...(parts.more ?? []),
  ]
}

const pdfWith = (words: string, turn: number, parts: Parts = {}) =>
  assemble(objectsOf(words, turn, parts), parts.trailer)

/** Draws words: by the letters themselves where they are plain, else by the numbers of a font of its own. */
function shown(words: string, turn: number): string {
  const plain = /^[ -~]*$/.test(words) && turn % 2 === 0
  return plain ? `/F1 12 Tf (${words}) Tj` : `/F2 12 Tf <${ownFont(words, FONT).draw(words)}> Tj`
}

const drawn =
  (before: string, after = 'ET', where = '72 700 Td', parts: Parts = {}): Make =>
  (words, turn) =>
    pdfWith(words, turn, { ...parts, draws: `${before} BT ${where} ${shown(words, turn)} ${after}\n` })

const within =
  (parts: (text: string) => Parts): Make =>
  (words, turn) =>
    pdfWith(words, turn, parts(textString(words, turn)))

/** Each letter apart, moved a little, beyond the edge of the paper. */
const scattered: Make = (words, turn) => {
  const font = ownFont(words, FONT)
  const plain = /^[ -~]*$/.test(words) && turn % 2 === 0
  const one = (sign: string) => (plain ? `(${sign})` : `<${font.draw(sign)}>`)
  const letters = [...words].map(one).join(' -120 ')
  return pdfWith(words, turn, { draws: `BT /${plain ? 'F1' : 'F2'} 12 Tf -4000 700 Td [${letters}] TJ ET\n` })
}

const savedOver: Make = (words, turn) => {
  const old = pdfWith(words, turn, { draws: `BT 72 700 Td ${shown(words, turn)} ET\n` })
  const place = Number(/startxref\n(\d+)/.exec(old.toString('latin1'))?.[1])
  return assemble([stream(line(ordinary))], `/Prev ${place}`, old, 4)
}

const packed =
  (content: string | Uint8Array, keys: string): ((turn: number) => Body) =>
  (turn) =>
    stream(content, turn, keys)
const nameOf = (words: string) =>
  [...Buffer.from(words)].map((byte) => `#${byte.toString(16).padStart(2, '0')}`).join('')

const withStream =
  (
    parts: Parts,
    body: (words: string, turn: number) => (turn: number) => Body,
    also: readonly Body[] = [],
  ): Make =>
  (words, turn) =>
    pdfWith(words, turn, { ...parts, more: [body(words, turn)(turn), ...also] })

const layer = `/OCProperties << /OCGs [${FIRST} 0 R] /D << /OFF [${FIRST} 0 R] /Order [] >> >>`
const group = '<< /Type /OCG /Name (Draft) >>'
const rectangle = '/Rect [72 600 300 620]'
const xmp = (words: string) =>
  `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>${words}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`

export const pdf: Kind = {
  end: 'pdf',
  plain: (turn) => pdfWith('A', turn === 2 ? 0 : turn),
  places: {
    body: drawn(''),
    table: drawn('72 690 300 20 re S'),
    header: drawn('/Artifact << /Type /Pagination >> BDC', 'ET EMC', '72 820 Td'),
    'text-box': (words, turn) =>
      pdfWith(words, turn, {
        page: `/Annots [${FIRST} 0 R]`,
        more: [
          `<< /Type /Annot /Subtype /FreeText ${rectangle} /AP << /N ${FIRST + 1} 0 R >> >>`,
          stream(
            `BT ${shown(words, turn)} ET`,
            turn,
            `/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >>`,
          ),
        ],
      }),
    comment: within((text) => ({
      page: `/Annots [${FIRST} 0 R]`,
      more: [`<< /Type /Annot /Subtype /Text ${rectangle} /Contents ${text} >>`],
    })),
    deleted: (words, turn) =>
      pdfWith(words, turn, {
        more: [
          `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${FIRST + 1} 0 R >>`,
          stream(`BT 72 700 Td ${shown(words, turn)} ET`, turn),
        ],
      }),
    properties: within((text) => ({ more: [`<< /Author ${text} >>`], trailer: `/Info ${FIRST} 0 R` })),
    'custom-properties': within((text) => ({
      more: [`<< /Client ${text} >>`],
      trailer: `/Info ${FIRST} 0 R`,
    })),
    xmp: withStream({ catalogue: `/Metadata ${FIRST} 0 R` }, (words) =>
      packed(xmp(words), '/Type /Metadata /Subtype /XML'),
    ),
    'alt-text': within((text) => ({ more: [`<< /Type /StructElem /S /Figure /Alt ${text} >>`] })),
    'hidden-layer': drawn('/OC /L1 BDC', 'ET EMC', '72 700 Td', {
      catalogue: layer,
      resources: `/Properties << /L1 ${FIRST} 0 R >>`,
      more: [group],
    }),
    'white-text': drawn('1 1 1 rg', 'ET', '3 Tr 72 700 Td'),
    'embedded-file': (words, turn) => {
      const inner = turn % 2 === 0 ? strToU8(words) : zipSync({ 'a.txt': strToU8(words) })
      return pdfWith(words, turn, {
        catalogue: `/Names << /EmbeddedFiles << /Names [(a) ${FIRST} 0 R] >> >>`,
        more: [
          `<< /Type /Filespec /F (a.bin) /EF << /F ${FIRST + 1} 0 R >> >>`,
          stream(inner, turn, `/Type /${turn % 2 === 0 ? 'EmbeddedFile' : 'Embedded#46ile'}`),
        ],
      })
    },
    'revision-save': savedOver,
    field: within((text) => ({
      catalogue: `/AcroForm << /Fields [${FIRST} 0 R] >>`,
      page: `/Annots [${FIRST} 0 R]`,
      more: [`<< /Type /Annot /Subtype /Widget /F 2 ${rectangle} /FT /Tx /T (a) /V ${text} >>`],
    })),
    link: (words, turn) =>
      pdfWith(words, turn, {
        page: `/Annots [${FIRST} 0 R]`,
        more: [
          `<< /Type /Annot /Subtype /Link ${rectangle} /A << /S /URI /URI (mailto:${encodeURIComponent(words)}) >> >>`,
        ],
      }),
    bookmark: within((text) => ({
      catalogue: `/Outlines ${FIRST} 0 R`,
      more: [
        `<< /Type /Outlines /First ${FIRST + 1} 0 R /Last ${FIRST + 1} 0 R /Count 1 >>`,
        `<< /Title ${text} /Parent ${FIRST} 0 R >>`,
      ],
    })),
    'style-name': (words, turn) =>
      pdfWith(words, turn, { more: [`<< /Type /Font /Subtype /Type1 /BaseFont /${nameOf(words)} >>`] }),
    'custom-data': within((text) => ({
      page: `/PieceInfo << /Parley << /LastModified (D:2026) /Private << /By ${text} >> >> >>`,
    })),
    'picture-metadata': (words, turn) => {
      const picture = jpegWith(words, turn)
      const head = `<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /DCTDecode /Length ${picture.length} >>\nstream\n`
      return pdfWith(words, turn, {
        resources: `/XObject << /I1 ${FIRST} 0 R >>`,
        more: [Buffer.concat([Buffer.from(head), picture, Buffer.from('\nendstream')])],
      })
    },
    'after-the-end': (words, turn) => {
      const ways = [Buffer.from(words), Buffer.from(words, 'utf16le'), zipSync({ 'a.txt': strToU8(words) })]
      return Buffer.concat([pdfWith('A', 0), ways[turn % 3] ?? Buffer.alloc(0)])
    },
    'file-name': () => pdfWith('A', 0),
    scattered,
  },
}

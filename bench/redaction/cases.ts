import { docx } from './docx.ts'
import { html } from './html.ts'
import { odt } from './odt.ts'
import { pdf } from './pdf.ts'
import { type Kind, type Place, places } from './places.ts'
import { rtf } from './rtf.ts'
import { makeSecret } from './secrets.ts'

const kinds: readonly Kind[] = [docx, odt, pdf, rtf, html]

/** One document with its words in one place; none in a document that hides nothing. */
export interface Case {
  place: Place | 'nothing'
  end: string
  secret: string
  name: string
  bytes: Uint8Array
}

function caseOf(kind: Kind, place: Place, seed: number): Case | undefined {
  const secret = makeSecret(seed)
  const make = kind.places[place]
  if (!make) return undefined
  // Every way of writing meets every kind of words.
  const bytes = make(secret, Math.floor(seed / 5))
  const name = place === 'file-name' ? `For ${secret}.${kind.end}` : `document ${seed}.${kind.end}`
  return { place, end: kind.end, secret, name, bytes }
}

/** So many documents, each once for each place that its kind has, and each once without anything to hide. */
export function* makeCases(documents: number, of: readonly Place[] = places): Generator<Case> {
  for (let document = 0; document < documents; document += 1) {
    const kind = kinds[document % kinds.length] ?? docx
    const seeds = (at: number) => document * 101 + at * 7 + Math.floor(document / 5)
    for (const [at, place] of of.entries()) {
      const one = caseOf(kind, place, seeds(at))
      if (one) yield one
    }
    const seed = seeds(of.length)
    const plain = kind.plain(Math.floor(seed / 5) % 2)
    yield {
      place: 'nothing',
      end: kind.end,
      secret: makeSecret(seed),
      name: `plain ${seed}.${kind.end}`,
      bytes: plain,
    }
  }
}

/** One document for each place, of the kinds in turn. */
export function* sampleCases(): Generator<Case> {
  for (const [at, place] of places.entries()) {
    const able = kinds.filter((kind) => kind.places[place])
    const one = caseOf(able[at % able.length] ?? docx, place, at * 6 + 1)
    if (one) yield one
  }
  yield* [...makeCases(kinds.length, [])]
}

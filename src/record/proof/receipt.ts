import { wallClockIn } from '../../platform/i18n/index.ts'
import type { Instant } from '../../platform/time.ts'
import { entryOf, type Leaf } from './leaf.ts'
import { type InclusionProof, proofText } from './proof.ts'

/** A part shown with its words and what opens its commitment; its number is its place in the leaf. */
export interface Quoted {
  number: number
  label: string
  text: string
  salt: Buffer
}

export interface Receipt {
  leaf: Pick<Leaf, 'kind' | 'number' | 'received'>
  body: string
  quoted: readonly Quoted[]
  /** The zone that times were announced in. */
  zone: string
  log: string
  verifier: string
  promise: string
  /** What proves more than the leaf does, by name. */
  blocks: readonly (readonly [name: string, text: string])[]
  /** Missing until the log has given the leaf its place. */
  logged: { at: Instant; proof: InclusionProof } | undefined
}

// These sentences are part of the format: verify.mjs knows each, and names any line that it does not know.
const opening = `PARLEY RECEIPT 1

This receipt shows what was sent and when it was received.
Keep it as it is. Anyone can check it, offline and without
an account:  node verify.mjs receipt FILE
It quotes every word, the confidential ones too:
pass it on with care.
`

/** A text that prints and mails well and holds all that is needed to check it without asking anyone. */
export function renderReceipt(receipt: Receipt): string {
  return [
    opening,
    headOf(receipt),
    'WHAT WAS RECEIVED\n',
    ...receipt.quoted.map(quotedPart),
    proofOf(receipt),
  ].join('\n')
}

function headOf({ leaf, zone, log, logged }: Receipt): string {
  const place = logged ? `in the log, at place ${logged.proof.index}` : 'promised, not yet in the log'
  return `${[
    `Kind      ${leaf.kind}`,
    `Number    ${leaf.number}`,
    `Received  ${leaf.received.toISOString()}`,
    `In zone   ${wallClockIn(zone, leaf.received).replace('T', ' ')} ${zone}`,
    `Log       ${log}`,
    `State     ${place}`,
  ].join('\n')}\n`
}

const quotedPart = ({ number, label, text }: Quoted) => `[${number}] ${label}\n${quote(text)}\n`

function quote(text: string): string {
  return text
    .split('\n')
    .map((line) => (line ? `| ${line}` : '|'))
    .join('\n')
}

function proofOf({ body, quoted, verifier, promise, blocks: more, logged }: Receipt): string {
  const salts = quoted.map(({ number, salt }) => `${number} ${salt.toString('base64')}\n`).join('')
  const blocks = [
    ['leaf', logged ? entryOf(body, logged.at) : body],
    ['openings', salts],
    ...more,
    ['key', `${verifier}\n`],
    ['promise', promise],
    ['proof', logged ? proofText(logged.proof) : ''],
  ]
  const filled = blocks.filter(([, text]) => text)
  return `PROOF\n\n${filled.map(([name, text]) => `--- ${name}\n${text}`).join('')}--- end\n`
}

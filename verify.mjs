#!/usr/bin/env node
// Checks what a Parley installation gives out, without trusting it: receipts, checkpoints, exports of its log.
// One file, nothing but Node ≥ 20, nothing shared with the server. Formats: src/record/README.md.
import { createHash, createHmac, createPublicKey, verify } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const usage = `node verify.mjs receipt FILE [--file ATTACHMENT]… [--partial]
node verify.mjs consistency OLD NEW [PROOF | EXPORT | https://…/log]
node verify.mjs audit EXPORT [--checkpoint FILE]… [--receipt FILE]… [--open]

  --key KEY          the log's key, or a file that holds it; keep one from a source you trust
  --witness KEY      the key of a witness whose co-signature must stand on the checkpoint
  --partial          parts were left out of the receipt on purpose
  --checkpoint FILE  a checkpoint that you kept earlier
  --open             comments may still wait to be screened

Ends with 0 when everything holds, 1 when something does not, 2 when it could not be checked.
`

/** What a check found: what holds, what to know, and what does not hold. */
export class Report {
  /** @type {string[]} */ holds = []
  /** @type {string[]} */ notes = []
  /** @type {string[]} */ problems = []

  /** @param {boolean} right @param {string} sentence @param {string} otherwise */
  check(right, sentence, otherwise) {
    if (!right) this.problems.push(otherwise)
    else if (sentence) this.holds.push(sentence)
    return right
  }

  toString() {
    const many = (/** @type {string[]} */ lines, /** @type {string} */ sign) =>
      lines
        .slice(0, 50)
        .map((line) => `${sign} ${line}\n`)
        .join('') + (lines.length > 50 ? `${sign} … and ${lines.length - 50} more.\n` : '')
    const verdict = this.problems.length > 0 ? 'This does NOT hold.' : 'Everything checked holds.'
    return `${many(this.holds, '  ok  ')}${many(this.notes, '  note')}${many(this.problems, '  NO  ')}${verdict}\n`
  }
}

/** Thrown where there is nothing that could be checked. */
export class Unreadable extends Error {}

// Signed notes and checkpoints (c2sp.org/signed-note, tlog-checkpoint, tlog-cosignature)

/** @typedef {{ name: string, id: Buffer, type: number, key: import('node:crypto').KeyObject, text: string }} Verifier */
/** @typedef {{ origin: string, size: number, root: Buffer, note: string }} Checkpoint */

const sha256 = (/** @type {Uint8Array[]} */ ...chunks) => {
  const hash = createHash('sha256')
  for (const chunk of chunks) hash.update(chunk)
  return hash.digest()
}
const utf8 = (/** @type {string} */ text) => Buffer.from(text, 'utf8')

/** Base64 that means one thing only; a second spelling of the same bytes is not taken. @param {string} text */
function bytesOf(text) {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : undefined
}

/** @param {string} text @returns {Verifier} */
export function readKey(text) {
  const [, name, hint, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)\s*$/.exec(text) ?? []
  const material = bytesOf(encoded ?? '')
  if (!name || !material || material.length !== 33)
    throw new Unreadable(`This is no key: ${text.slice(0, 100)}`)
  const id = sha256(utf8(`${name}\n`), material).subarray(0, 4)
  if (id.toString('hex') !== hint) throw new Unreadable('The key is damaged: its number does not fit it.')
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), material.subarray(1)])
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
  return { name, id, type: material[0] ?? 0, key, text: text.trim() }
}

/** @param {string} note */
function splitNote(note) {
  const gap = note.lastIndexOf('\n\n')
  if (gap < 0 || !note.endsWith('\n')) return undefined
  const signatures = note
    .slice(gap + 2, -1)
    .split('\n')
    .map((line) => {
      const [, name, encoded] = /^— (\S+) (\S+)$/.exec(line) ?? []
      const bytes = bytesOf(encoded ?? '') ?? Buffer.alloc(0)
      return { name: name ?? '', id: bytes.subarray(0, 4), bytes: bytes.subarray(4) }
    })
  return { text: note.slice(0, gap + 1), signatures: signatures.filter(({ name }) => name) }
}

/** The text, if this key signed it. @param {string} note @param {Verifier} verifier */
function openNote(note, verifier) {
  const parts = splitNote(note)
  if (!parts || verifier.type !== 1) return undefined
  const own = parts.signatures.filter(({ name, id }) => name === verifier.name && id.equals(verifier.id))
  const signed =
    own.length > 0 && own.every(({ bytes }) => verify(null, utf8(parts.text), verifier.key, bytes))
  return signed ? parts.text : undefined
}

/** When the witness signed, in seconds; nothing if it did not. @param {string} note @param {Verifier} witness */
function witnessedAt(note, witness) {
  const parts = splitNote(note)
  const own = parts?.signatures.find(({ name, id }) => name === witness.name && id.equals(witness.id))
  if (!parts || !own || own.bytes.length !== 72 || witness.type !== 4) return undefined
  const time = own.bytes.readBigUInt64BE(0)
  const signed = verify(
    null,
    utf8(`cosignature/v1\ntime ${time}\n${parts.text}`),
    witness.key,
    own.bytes.subarray(8),
  )
  return signed ? Number(time) : undefined
}

/** @param {string} note @returns {Checkpoint | undefined} */
function parseCheckpoint(note) {
  const [origin, size, encoded, ...rest] = splitNote(note)?.text.split('\n') ?? []
  const root = bytesOf(encoded ?? '')
  if (!origin || !size || !/^(0|[1-9]\d{0,14})$/.test(size)) return undefined
  if (root?.length !== 32 || rest.join('') !== '') return undefined
  return { origin, size: Number(size), root, note }
}

/** @param {string} note @param {Verifier} key @param {string} origin @returns {Checkpoint | undefined} */
function openCheckpoint(note, key, origin = key.name) {
  const checkpoint = parseCheckpoint(note)
  return checkpoint?.origin === origin && openNote(note, key) !== undefined ? checkpoint : undefined
}

/** @param {Report} report @param {Checkpoint} checkpoint @param {Verifier[]} witnesses */
function checkWitnesses(report, { note, size }, witnesses) {
  for (const witness of witnesses) {
    const at = witnessedAt(note, witness)
    const when = at === undefined ? '' : new Date(at * 1000).toISOString()
    report.check(
      at !== undefined,
      `${witness.name} co-signed the checkpoint of size ${size} on ${when}.`,
      `${witness.name} did not co-sign the checkpoint of size ${size}.`,
    )
  }
  const others = (splitNote(note)?.signatures.length ?? 1) - 1 - witnesses.length
  if (witnesses.length > 0) return
  if (others > 0)
    report.notes.push(
      `${others} co-signature(s) were not checked: give the keys of witnesses you trust with --witness.`,
    )
  else
    report.notes.push(
      'No witness co-signed this checkpoint: it does not prove that everyone is shown the same log.',
    )
}

// The tree (RFC 6962 §2.1, checks as in RFC 9162 §2.1.3 and §2.1.4)

const leafHash = (/** @type {string} */ entry) => sha256(Buffer.of(0), utf8(entry))
const nodeHash = (/** @type {Buffer} */ left, /** @type {Buffer} */ right) =>
  sha256(Buffer.of(1), left, right)

/** The largest power of two below n: where RFC 6962 parts a tree. @param {number} n */
function powerBelow(n) {
  let power = 1
  while (power * 2 < n) power *= 2
  return power
}

/**
 * @param {number} index @param {number} size @param {Buffer} leaf @param {Buffer[]} path
 * @returns {Buffer | undefined} the root that the path leads to
 */
export function rootByInclusion(index, size, leaf, path) {
  if (index >= size) return undefined
  if (size === 1) return path.length === 0 ? leaf : undefined
  const sibling = path.at(-1)
  const middle = powerBelow(size)
  const left = index < middle
  const child = left
    ? rootByInclusion(index, middle, leaf, path.slice(0, -1))
    : rootByInclusion(index - middle, size - middle, leaf, path.slice(0, -1))
  if (!(child && sibling)) return undefined
  return left ? nodeHash(child, sibling) : nodeHash(sibling, child)
}

/** @param {{size: number, root: Buffer}} old @param {{size: number, root: Buffer}} now @param {Buffer[]} path */
export function isConsistent(old, now, path) {
  if (old.size > now.size) return false
  if (old.size === 0) return path.length === 0 && old.root.equals(sha256())
  const [before, after] = rootsByConsistency(old.size, now.size, path, old.root) ?? []
  return [before?.equals(old.root), after?.equals(now.root)].every(Boolean)
}

/**
 * @param {number} old @param {number} size @param {Buffer[]} path
 * @param {Buffer | undefined} known the root of the older tree, as long as the way leads along its left edge
 * @returns {[Buffer, Buffer] | undefined}
 */
function rootsByConsistency(old, size, path, known) {
  const last = path.at(-1)
  if (old === size) return wholeSubtree(path, known)
  if (!last) return undefined
  const middle = powerBelow(size)
  const left = old <= middle
  const below = left
    ? rootsByConsistency(old, middle, path.slice(0, -1), known)
    : rootsByConsistency(old - middle, size - middle, path.slice(0, -1), undefined)
  if (!below) return undefined
  const [before, after] = below
  return left ? [before, nodeHash(after, last)] : [nodeHash(last, before), nodeHash(last, after)]
}

/** @param {Buffer[]} path @param {Buffer | undefined} known @returns {[Buffer, Buffer] | undefined} */
function wholeSubtree(path, known) {
  const [hash, ...rest] = known ? [known, ...path] : path
  return hash && rest.length === 0 ? [hash, hash] : undefined
}

/** A tree that grows leaf by leaf and knows its root at every size. */
export class GrowingTree {
  size = 0
  /** @type {{ height: number, hash: Buffer }[]} */ #peaks = []

  /** @param {Buffer} hash */
  add(hash) {
    this.size += 1
    let peak = { height: 0, hash }
    while (this.#peaks.at(-1)?.height === peak.height) {
      const left = this.#peaks.pop()
      if (left) peak = { height: peak.height + 1, hash: nodeHash(left.hash, peak.hash) }
    }
    this.#peaks.push(peak)
  }

  root() {
    const hashes = this.#peaks.map(({ hash }) => hash)
    return hashes.length === 0 ? sha256() : hashes.reduceRight((right, left) => nodeHash(left, right))
  }
}

// Leaves and commitments

/** @typedef {{ id: string, kind: string, number: string, process: string, received: string, about: string, parts: number[], commitments: string[], logged: string | undefined, body: string }} Leaf */

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const time = '\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z'
const leafForm = new RegExp(
  `^(parley/leaf/v1\\nid (${uuid})\\nkind ([a-z]+(?:-[a-z]+)*)\\nnumber (\\S{1,200})\\nprocess (${uuid}|-)\\n` +
    `received (${time})\\nabout (${uuid}|-)\\nparts ([\\d,-]+)\\n((?:commitment [A-Za-z0-9+/]{43}=\\n){0,1000}))` +
    `(?:logged (${time})\\n)?$`,
)

/** @param {string} entry @returns {Leaf | undefined} */
function parseLeaf(entry) {
  const found = leafForm.exec(entry)
  if (!found) return undefined
  const [, body = '', id = '', kind = '', number = '', process = '', received = '', about = ''] = found
  const parts = readRanges(found[8] ?? '')
  const commitments = (found[9] ?? '')
    .split('\n')
    .slice(0, -1)
    .map((line) => line.slice('commitment '.length))
  return parts && { id, kind, number, process, received, about, parts, commitments, logged: found[10], body }
}

/** @param {string} text */
function readRanges(text) {
  if (text === '-') return []
  const numbers = []
  for (const range of text.split(',')) {
    const [, first, last] = /^([1-9]\d{0,3})(?:-([1-9]\d{0,3}))?$/.exec(range) ?? []
    if (!first) return undefined
    for (let n = Number(first); n <= Number(last ?? first); n += 1) numbers.push(n)
  }
  return numbers
}

/** @param {string} salt @param {string} label @param {string} text */
const commitmentOf = (salt, label, text) =>
  createHmac('sha256', Buffer.from(salt, 'base64')).update(`${label}\0${text}`, 'utf8').digest('base64')

// Receipts

const receiptSentences = [
  'PARLEY RECEIPT 1',
  'This receipt shows what was sent and when it was received.',
  'Keep it as it is. Anyone can check it, offline and without',
  'an account:  node verify.mjs receipt FILE',
  'It quotes every word, the confidential ones too:',
  'pass it on with care.',
  'WHAT WAS RECEIVED',
  'PROOF',
]

const proofBlocks = ['leaf', 'openings', 'vote', 'statement', 'batch', 'key', 'promise', 'proof']

/** @typedef {{ number: number, label: string, lines: string[] }} Quoted */
/** @typedef {{ facts: Map<string, string>, quoted: Quoted[], blocks: Map<string, string>, strange: string[], sentences: string[], outside: boolean }} ReceiptText */

/** @param {string} line */
function withoutTail(line) {
  let end = line.length
  while (end > 0 && ' \t\r'.includes(line[end - 1] ?? '-')) end -= 1
  return line.slice(0, end)
}

/** @param {string} file @returns {ReceiptText} */
function parseReceipt(file) {
  const lines = file
    .replace(/^\ufeff/, '')
    .split('\n')
    .map(withoutTail)
  const first = lines.indexOf('PARLEY RECEIPT 1')
  const last = lines.indexOf('--- end')
  if (first < 0 || last < first)
    throw new Unreadable('This is no whole receipt: it must run from «PARLEY RECEIPT 1» to «--- end».')
  const outside = [...lines.slice(0, first), ...lines.slice(last + 1)].some((line) => line !== '')
  const inside = lines.slice(first, last)
  const proof = inside.findIndex((line) => line.startsWith('--- '))
  /** @type {ReceiptText} */
  const receipt = { facts: new Map(), quoted: [], blocks: new Map(), strange: [], sentences: [], outside }
  for (const [i, line] of inside.slice(0, proof).entries()) readLine(receipt, line, first + i + 1)
  readBlocks(receipt, inside.slice(proof))
  if (receipt.sentences.join('\n') !== receiptSentences.join('\n'))
    receipt.strange.push('A sentence of the receipt is missing, stands twice, or stands elsewhere.')
  return receipt
}

/** @param {ReceiptText} receipt @param {string[]} lines */
function readBlocks({ blocks, strange }, lines) {
  let block = ''
  for (const line of lines) {
    const opens = /^--- ([a-z]+)$/.exec(line)?.[1]
    if (opens && blocks.has(opens)) strange.push(`A second block «${opens}» stands in the proof.`)
    block = opens ?? block
    blocks.set(block, opens ? '' : `${blocks.get(block)}${line}\n`)
  }
  for (const name of blocks.keys())
    if (!proofBlocks.includes(name)) strange.push(`The block «${name}» is not part of a receipt.`)
}

/** @param {ReceiptText} receipt @param {string} line @param {number} at */
function readLine(receipt, line, at) {
  const sentence = receiptSentences.includes(line)
  if (sentence) receipt.sentences.push(line)
  if (!(line === '' || sentence || readPart(receipt, line) || readFact(receipt, line)))
    receipt.strange.push(
      `Line ${at} is not part of the receipt, or was broken in two: «${line.slice(0, 60)}»`,
    )
}

/** @param {ReceiptText} receipt @param {string} line */
function readPart({ quoted }, line) {
  const quote = /^\|(?: (.*))?$/s.exec(line)
  const part = /^\[([1-9]\d{0,3})\] (.+)$/s.exec(line)
  if (part) quoted.push({ number: Number(part[1]), label: part[2] ?? '', lines: [] })
  else if (quote) quoted.at(-1)?.lines.push(quote[1] ?? '')
  return part !== null || (quote !== null && quoted.length > 0)
}

/** @param {ReceiptText} receipt @param {string} line */
function readFact({ facts, quoted }, line) {
  const [, name, value] = /^(Kind|Number|Received|In zone|Log|State) {2,}(.+)$/s.exec(line) ?? []
  if (!(name && value) || facts.has(name) || quoted.length > 0) return false
  facts.set(name, value)
  return true
}

/** @typedef {{ key?: Verifier, witnesses?: Verifier[], files?: {name: string, bytes: Buffer}[], partial?: boolean }} ReceiptOptions */

/** @param {string} file the receipt @param {ReceiptOptions} options */
export function checkReceipt(file, options = {}) {
  const report = new Report()
  const receipt = parseReceipt(file)
  const leaf = parseLeaf(receipt.blocks.get('leaf') ?? '')
  const key = options.key ?? keyOf(report, receipt.blocks.get('key') ?? '')
  if (!leaf) report.problems.push('The leaf in the receipt is damaged; without it no word can be checked.')
  if (leaf && key) checkAll(report, receipt, leaf, key, options)
  return { report, leaf }
}

/**
 * @param {Report} report @param {ReceiptText} receipt @param {Leaf} leaf @param {Verifier} key
 * @param {ReceiptOptions} options
 */
function checkAll(report, receipt, leaf, key, { witnesses = [], partial = false, files = [] }) {
  report.problems.push(...receipt.strange)
  const sameKey = receipt.blocks.get('key') === `${key.text}\n`
  report.check(sameKey, '', 'The key in the receipt is not the one you trust.')
  if (receipt.outside)
    report.notes.push('Lines before or after the receipt were left aside; they prove nothing.')
  checkPromise(report, receipt, leaf, key)
  checkInclusion(report, receipt, leaf, key, witnesses)
  checkFacts(report, receipt, leaf, key)
  checkWords(report, receipt, leaf, partial)
  checkFiles(report, receipt, files)
  checkVote(report, receipt, leaf)
}

const voteForm = new RegExp(
  `^parley/vote/v1\\nid ${uuid}\\ndeliberation ${uuid}\\nstatement ${uuid}\\ntext (\\S{44})\\n` +
    `vote (agree|disagree|pass)\\nmatters (yes|no)\\ncast (${time})\\nsalt \\S{44}\\n$`,
)

/** Leaves that commit to votes: cast here, or imported from where they were cast. */
const batches = new Set(['votes-cast', 'votes-imported'])

/** What the leaf of a batch of votes opens to. @param {string} text */
function readBatch(text) {
  const [, votes, root] = /^votes ([1-9]\d{0,8})\nroot (\S{44})$/.exec(text) ?? []
  return votes && root ? { votes: Number(votes), root } : undefined
}

/** That a vote is one of its batch, and on which words it was cast. @param {Report} report @param {ReceiptText} receipt @param {Leaf} leaf */
function checkVote(report, receipt, leaf) {
  const { blocks } = receipt
  const isBatch = leaf.kind === 'votes-cast'
  if (['vote', 'statement', 'batch'].some((name) => blocks.has(name))) {
    const vote = isBatch ? readVote(receipt) : undefined
    if (!vote) report.problems.push('The vote in the receipt, or its way into the batch, is damaged.')
    else checkInBatch(report, vote, blocks.get('statement'))
  } else if (isBatch) report.notes.push('This receipt proves a batch of votes, and no vote in it.')
}

/** A vote with its way into its batch, where both have their form. @param {ReceiptText} receipt */
function readVote({ blocks, quoted }) {
  const text = blocks.get('vote') ?? ''
  const [, words, said, matters, cast] = voteForm.exec(text) ?? []
  const form = /^index (0|[1-9]\d{0,8})\nsize ([1-9]\d{0,8})\n((?:\S{44}\n)*)$/
  const [, index, size, way] = form.exec(blocks.get('batch') ?? '') ?? []
  const batch = readBatch(quoted[0]?.lines.join('\n') ?? '')
  const path = (way ?? '')
    .split('\n')
    .slice(0, -1)
    .map((line) => bytesOf(line) ?? Buffer.alloc(0))
  if (!words || !batch || batch.votes !== Number(size) || path.some(({ length }) => length !== 32))
    return undefined
  const root = rootByInclusion(Number(index), Number(size), leafHash(text), path)
  return {
    words,
    said,
    cast,
    matters: matters === 'yes',
    batch,
    right: root?.toString('base64') === batch.root,
  }
}

/** @param {Report} report @param {NonNullable<ReturnType<typeof readVote>>} vote @param {string | undefined} statement */
function checkInBatch(report, { words, said, cast, matters, batch, right }, statement) {
  report.check(
    right,
    `The vote «${said}»${matters ? ' («this matters to me»)' : ''} of ${cast} is one of the ${batch.votes} of its batch.`,
    'The vote does not lead to the root of its batch: the vote or its way was changed.',
  )
  checkVotedWords(report, statement, words)
}

/** @param {Report} report @param {string | undefined} block @param {string} hash */
function checkVotedWords(report, block, hash) {
  if (block === undefined) {
    report.notes.push('The words that were voted on are not in this receipt: they are not public any more.')
    return
  }
  const words = block.replace(/^\| /, '').replace(/\n$/, '')
  report.check(
    sha256(utf8(words)).toString('base64') === hash,
    `It was cast on these words: «${words}»`,
    'The words in the receipt are not those that were voted on.',
  )
}

/** @param {Report} report @param {string} text */
function keyOf(report, text) {
  report.notes.push(
    'The key was taken from the file itself. Give the one you trust with --key: whoever forges a file can put any key in it.',
  )
  try {
    return readKey(text)
  } catch {
    report.problems.push('The key in the file is damaged; give the one you trust with --key.')
    return undefined
  }
}

/** @param {Report} report @param {ReceiptText} receipt @param {Leaf} leaf @param {Verifier} key */
function checkPromise(report, { blocks }, leaf, key) {
  const text = blocks.get('promise') ?? ''
  const entry = text.slice(0, text.indexOf('\n\n') + 1)
  const proof = parseProof(text.slice(entry.length + 1))
  const together = proof && openCheckpoint(proof.note, key, `${key.name}/promises`)
  if (!report.check(together !== undefined, '', `${key.name} did not sign the promise.`)) return
  if (!together || !proof) return
  const root = rootByInclusion(proof.index, together.size, leafHash(entry), proof.path)
  const [form, number, received, body, due] = entry.split('\n')
  const right =
    root?.equals(together.root) &&
    form === 'parley/promise/v2' &&
    number === `number ${leaf.number}` &&
    received === `received ${leaf.received}` &&
    body === `leaf ${sha256(utf8(leaf.body)).toString('base64')}`
  report.check(
    right ?? false,
    `${key.name} signed that it received ${leaf.number} on ${leaf.received}.`,
    'The promise is signed, but for another leaf than the one in this receipt: the leaf was changed.',
  )
  if (!blocks.has('proof'))
    report.notes.push(
      `The receipt was made before the leaf was in the log. The log owes it a place by ${due?.slice(4)}: fetch the receipt again.`,
    )
}

/** @param {Report} report @param {ReceiptText} receipt @param {Leaf} leaf @param {Verifier} key @param {Verifier[]} witnesses */
function checkInclusion(report, { blocks, facts }, leaf, key, witnesses) {
  const text = blocks.get('proof')
  const state = facts.get('State')
  if (text === undefined) {
    report.check(
      state === 'promised, not yet in the log' && !leaf.logged,
      '',
      'The receipt says that the leaf is in the log and does not prove it.',
    )
    return
  }
  const proof = parseProof(text)
  const checkpoint = proof && openCheckpoint(proof.note, key)
  if (!report.check(checkpoint !== undefined, '', `${key.name} did not sign the checkpoint in this receipt.`))
    return
  if (!checkpoint || !proof) return
  const root = rootByInclusion(
    proof.index,
    checkpoint.size,
    leafHash(`${leaf.body}logged ${leaf.logged}\n`),
    proof.path,
  )
  report.check(
    root?.equals(checkpoint.root) ?? false,
    `The leaf stands at place ${proof.index} in the log of ${checkpoint.size} leaves that ${key.name} signed.`,
    'The proof does not lead from this leaf to the signed checkpoint: the leaf or the proof was changed.',
  )
  report.check(
    state === `in the log, at place ${proof.index}`,
    '',
    'The line «State» does not say what the proof says.',
  )
  checkWitnesses(report, checkpoint, witnesses)
}

/** @param {string} text */
function parseProof(text) {
  const gap = text.indexOf('\n\n')
  const [form, index, ...lines] = text.slice(0, gap).split('\n')
  const path = lines.map((line) => bytesOf(line) ?? Buffer.alloc(0))
  const place = /^index (0|[1-9]\d{0,14})$/.exec(index ?? '')?.[1]
  if (form !== 'c2sp.org/tlog-proof@v1' || place === undefined || path.some((hash) => hash.length !== 32))
    return undefined
  return { index: Number(place), path, note: text.slice(gap + 2) }
}

/** @param {Report} report @param {ReceiptText} receipt @param {Leaf} leaf @param {Verifier} key */
function checkFacts(report, { facts }, leaf, key) {
  const zone = facts.get('In zone')?.split(' ').at(-1) ?? ''
  const expected = { Kind: leaf.kind, Number: leaf.number, Received: leaf.received, Log: key.name }
  for (const [name, value] of Object.entries({ ...expected, 'In zone': wallClock(leaf.received, zone) }))
    report.check(
      facts.get(name) === value,
      '',
      `The line «${name}» was changed: it says «${facts.get(name) ?? ''}», the proof says «${value}».`,
    )
}

/** @param {string} at @param {string} zone */
function wallClock(at, zone) {
  try {
    const form = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    const part = Object.fromEntries(form.formatToParts(new Date(at)).map(({ type, value }) => [type, value]))
    return `${part['year']}-${part['month']}-${part['day']} ${part['hour']}:${part['minute']} ${zone}`
  } catch {
    return `a zone that has a name in the time zone database`
  }
}

/** @param {Report} report @param {ReceiptText} receipt @param {Leaf} leaf @param {boolean} partial */
function checkWords(report, { quoted, blocks }, leaf, partial) {
  const salts = (blocks.get('openings') ?? '').split('\n').slice(0, -1)
  const opened = salts.map((line) => line.split(' ', 1)[0]).join(' ')
  const same = opened === quoted.map(({ number }) => number).join(' ')
  report.check(same, '', 'The openings are not those of the parts quoted, in their order.')
  const seen = new Set()
  const right = quoted.filter((part, i) => checkPart(report, part, salts[i]?.split(' ')[1] ?? '', leaf, seen))
  const present = new Set(quoted.map(({ number }) => number))
  const missing = leaf.commitments.flatMap((_, i) => (present.has(i + 1) ? [] : [i + 1]))
  if (missing.length > 0 && partial) report.notes.push(`Left out of this copy: part ${missing.join(', ')}.`)
  else if (missing.length > 0)
    report.problems.push(`Left out of this copy: part ${missing.join(', ')} of ${leaf.commitments.length}.`)
  if (right.length > 0 && right.length === quoted.length)
    report.holds.push(`All ${right.length} parts quoted are word for word what was received.`)
}

/** @param {Report} report @param {Quoted} part @param {string} salt @param {Leaf} leaf @param {Set<number>} seen */
function checkPart(report, { number, label, lines }, salt, leaf, seen) {
  const words = commitmentOf(salt, label, lines.join('\n')) === leaf.commitments[number - 1]
  const once = !seen.has(number)
  seen.add(number)
  return report.check(
    words && once,
    '',
    `Part [${number}] (${label}) is not what was received: its words, its label or its opening were changed.`,
  )
}

/** @param {Report} report @param {ReceiptText} receipt @param {{name: string, bytes: Buffer}[]} files */
function checkFiles(report, { quoted }, files) {
  for (const { name, bytes } of files) {
    const line = `sha256 ${sha256(bytes).toString('hex')}`
    const part = quoted.find(({ lines }) => lines.includes(line))
    report.check(
      part !== undefined,
      `${name} is the file that part [${part?.number}] speaks of.`,
      `${name} is none of the files that this receipt speaks of.`,
    )
  }
}

// Checkpoints against one another

/**
 * @param {string} oldNote @param {string} newNote @param {Verifier} key
 * @param {(old: Checkpoint, now: Checkpoint) => Promise<boolean>} proves
 * @param {Verifier[]} witnesses
 */
export async function checkConsistency(oldNote, newNote, key, proves, witnesses = []) {
  const report = new Report()
  const [old, now] = [oldNote, newNote].map((note) => openCheckpoint(note, key))
  report.check(old !== undefined, '', `${key.name} did not sign the older checkpoint.`)
  report.check(now !== undefined, '', `${key.name} did not sign the newer checkpoint.`)
  if (!old || !now) return report
  if (!report.check(old.size <= now.size, '', `The log shrank: from ${old.size} to ${now.size} leaves.`))
    return report
  report.check(
    await proves(old, now),
    `The log of ${now.size} leaves begins with the log of ${old.size} leaves: nothing in it was changed or taken out.`,
    `The two checkpoints (${old.size} and ${now.size} leaves) do not belong to one log that only grew: keep both, together they prove that the log was rewritten.`,
  )
  checkWitnesses(report, now, witnesses)
  return report
}

/** Roots at two sizes, from the tiles that the log serves (c2sp.org/tlog-tiles). @param {string} url */
export function proofByTiles(url) {
  return async (/** @type {Checkpoint} */ old, /** @type {Checkpoint} */ now) => {
    const tree = new GrowingTree()
    const roots = new Map([[0, tree.root()]])
    for await (const hash of leafHashesOf(url, now.size)) {
      tree.add(hash)
      if (tree.size === old.size || tree.size === now.size) roots.set(tree.size, tree.root())
    }
    return [old, now].every(({ size, root }) => roots.get(size)?.equals(root))
  }
}

/** @param {string} url @param {number} size */
async function* leafHashesOf(url, size) {
  for (let n = 0; n * 256 < size; n += 1) yield* await fetchTile(url, n, Math.min(256, size - n * 256))
}

/** @param {string} url @param {number} n @param {number} width */
async function fetchTile(url, n, width) {
  const digits = String(n).padStart(Math.ceil(String(n).length / 3) * 3, '0')
  const path = digits.replace(/\d{3}(?=\d)/g, 'x$&/')
  const answer = await fetch(`${url.replace(/\/$/, '')}/tile/0/${path}${width < 256 ? `.p/${width}` : ''}`)
  const bytes = Buffer.from(await answer.arrayBuffer())
  if (!answer.ok || bytes.length !== width * 32)
    throw new Unreadable(`The log did not give its tile 0/${path}.`)
  return Array.from({ length: width }, (_, i) => bytes.subarray(i * 32, i * 32 + 32))
}

/** @param {string} text */
export function proofByHashes(text) {
  const path = text
    .split('\n')
    .flatMap((line) => bytesOf(line.trim()) ?? [])
    .filter((hash) => hash.length === 32)
  return async (/** @type {Checkpoint} */ old, /** @type {Checkpoint} */ now) => isConsistent(old, now, path)
}

// Audit of an export

/** The first of many, and how many more there are. @param {string[]} many */
const someOf = (many) =>
  many.slice(0, 50).join(', ') + (many.length > 50 ? ` and ${many.length - 50} more` : '')

/** @typedef {{ leaf: Leaf, index: number, opened: Set<number>, entry: string, posted: number[], erased: Set<number>, became: string, listed: boolean, toldBy?: Known, told?: string }} Known */
/** @typedef {{ type: string, [name: string]: any }} Line */

/** What a later leaf makes of the comment it is about. */
const outcomes = new Map([
  ['comment-posted', 'posted'],
  ['comment-withheld', 'withheld'],
  ['comment-withdrawn', 'withdrawn'],
  ['comment-superseded', 'superseded'],
])

/** Parts gone for good; when all are, so is the comment. @param {Known} about @param {number[]} parts */
function erase(about, parts) {
  const all = about.leaf.commitments.map((_, i) => i + 1)
  for (const part of parts.length > 0 ? parts : all) about.erased.add(part)
  if (all.every((part) => about.erased.has(part))) about.became = 'erased'
}

/** Reads an export line by line, in the order it was written. */
export class Audit {
  report = new Report()
  /** @type {Verifier | undefined} */ #key
  /** @type {Map<string, Known>} */ #leaves = new Map()
  /** @type {Map<number, { root: Buffer, held: boolean }[]>} */ #heads = new Map()
  /** @type {Buffer[][]} */ #levels = [[]]
  /** @type {{ level: number, n: number, hashes: string }[]} */ #tiles = []
  /** @type {Checkpoint | undefined} */ #head
  #tree = new GrowingTree()
  #logged = ''
  #ended = false
  #stopped = false
  #openings = 0
  #redacted = 0
  /** @type {Map<string, GrowingTree>} the votes of each batch, by its leaf */ #votes = new Map()
  #gone = { posted: /** @type {string[]} */ ([]), unposted: /** @type {string[]} */ ([]) }
  #partly = /** @type {string[]} */ ([])
  /** @type {number[]} how many parts of each posted comment are not posted */ #keptBack = []

  /** @param {{ key?: Verifier, held?: string[], receipts?: string[], witnesses?: Verifier[], open?: boolean }} options */
  constructor(options = {}) {
    this.options = options
    this.#key = options.key
  }

  /** @param {string} text */
  take(text) {
    if (this.#stopped) return
    const line = readJson(text)
    if (this.#ended) this.#wrong('Lines follow the end of the export.')
    else if (line.type === 'log') this.#takeLog(line)
    else if (!this.#key || !this.#head)
      throw new Unreadable('This is no export of a Parley log: its first line is missing.')
    else this.#takeNext(line, this.#key)
  }

  /** @param {Line} line @param {Verifier} key */
  #takeNext(line, key) {
    if (line.type === 'checkpoint') this.#takeCheckpoint(key, line['note'], false, line['size'])
    else if (line.type === 'leaf') this.#takeLeaf(line)
    else if (line.type === 'tile')
      this.#tiles.push({ level: line['level'], n: line['n'], hashes: line['hashes'] })
    else if (line.type === 'comment') this.#takeComment(line)
    else if (line.type === 'vote') this.#takeVote(line)
    else if (line.type === 'end') this.#ended = line['leaves'] === this.#tree.size
    else this.#wrong(`A line of the export is of no known type: ${line.type.slice(0, 60)}`)
  }

  finish() {
    if (this.#stopped) return this.report
    if (!this.#head || !this.#key) throw new Unreadable('This is no export of a Parley log: it is empty.')
    if (!this.#ended) this.#wrong('The export is cut off: its last line is missing or counts other leaves.')
    this.#checkHead(this.#head)
    this.#checkTiles()
    for (const known of this.#leaves.values()) this.#checkOutcome(known)
    this.#checkVotes()
    for (const receipt of this.options.receipts ?? []) this.#checkReceipt(receipt)
    checkWitnesses(this.report, this.#head, this.options.witnesses ?? [])
    if (this.report.problems.length === 0) this.#tellWhatHolds(this.#head)
    return this.report
  }

  /** @param {Line} line */
  #takeLog({ key, checkpoint }) {
    if (this.#head) return this.#wrong('The export begins twice.')
    this.#key ??= keyOf(this.report, String(key))
    const head = this.#key && openCheckpoint(String(checkpoint), this.#key)
    if (!head || !this.#key)
      return this.#giveUp('Nobody whose key is known signed the checkpoint of this export.')
    this.#head = head
    this.#expect(head, false)
    for (const held of this.options.held ?? []) this.#takeCheckpoint(this.#key, held, true)
  }

  /** @param {Verifier} key @param {string} note @param {boolean} held @param {unknown} [size] */
  #takeCheckpoint(key, note, held, size) {
    const whose = held ? 'you hold' : 'in the export'
    const checkpoint = openCheckpoint(String(note), key)
    if (!checkpoint) return this.#wrong(`${key.name} did not sign a checkpoint ${whose}.`)
    if (size !== undefined && size !== checkpoint.size)
      this.#wrong(`The checkpoint of size ${checkpoint.size} is filed as that of size ${size}.`)
    if (checkpoint.size < this.#tree.size)
      return this.#wrong('A checkpoint stands behind leaves in the export.')
    this.#expect(checkpoint, held)
  }

  /** @param {Checkpoint} checkpoint @param {boolean} held */
  #expect({ size, root }, held) {
    this.#heads.set(size, [...(this.#heads.get(size) ?? []), { root, held }])
    if (size === 0) this.#compareHeads()
  }

  #compareHeads() {
    for (const { root, held } of this.#heads.get(this.#tree.size) ?? []) {
      if (root.equals(this.#tree.root())) continue
      const whose = held ? 'that you hold' : 'that the log signed'
      this.#wrong(
        `The first ${this.#tree.size} leaves are not those of the checkpoint ${whose}: the log was rewritten.`,
      )
    }
  }

  /** @param {Line} line */
  #takeLeaf({ index, id, entry, openings }) {
    const leaf = parseLeaf(String(entry))
    const place = this.#tree.size
    if (index !== place) this.#wrong(`Place ${place} of the log is empty: the export goes on with ${index}.`)
    if (!leaf?.logged) this.#wrong(`The leaf at place ${place} is damaged.`)
    else this.#know(leaf, String(entry), String(id), openings ?? [])
    const hash = leafHash(String(entry))
    this.#tree.add(hash)
    this.#raise(0, hash)
    this.#compareHeads()
  }

  /** @param {Leaf} leaf @param {string} entry @param {string} id @param {Line[]} openings */
  #know(leaf, entry, id, openings) {
    const index = this.#tree.size
    const before = this.#leaves.get(leaf.id)
    if (id !== leaf.id || before) this.#wrong(`The leaf at place ${index} bears another leaf’s id.`)
    this.#checkTime(leaf, index)
    const known = {
      leaf,
      index,
      entry,
      opened: new Set(),
      posted: [],
      erased: new Set(),
      became: '',
      listed: false,
    }
    this.#leaves.set(leaf.id, known)
    for (const opening of openings) this.#open(known, opening)
    if (leaf.about !== '-') this.#tellEarlier(known)
  }

  /** Each batch has its own time and its own checkpoint. @param {Leaf} leaf @param {number} index */
  #checkTime({ logged = '', number }, index) {
    if (logged < this.#logged)
      this.#wrong(`Time goes back at place ${index} (${number}): ${logged} comes after ${this.#logged}.`)
    if (logged !== this.#logged && !this.#heads.get(index)?.some(({ held }) => !held))
      this.#wrong(`The checkpoint of size ${index} is missing from the export.`)
    this.#logged = logged
  }

  /** @param {Known} known @param {Line} opening */
  #open(known, { part, label, salt, text }) {
    const { leaf, opened } = known
    if (batches.has(String(leaf.kind))) known.told = String(text)
    this.#openings += 1
    if (opened.has(Number(part)))
      this.#wrong(`Part [${part}] (${label}) of ${leaf.number} (${leaf.kind}) is opened twice.`)
    opened.add(Number(part))
    if (commitmentOf(String(salt), String(label), String(text)) !== leaf.commitments[Number(part) - 1])
      this.#wrong(`Part [${part}] (${label}) of ${leaf.number} (${leaf.kind}) is not what was received.`)
  }

  /** @param {Known} known */
  #tellEarlier(known) {
    const { leaf } = known
    const about = this.#leaves.get(leaf.about)
    if (!about)
      return this.#wrong(`${leaf.number}: ${leaf.kind} speaks of a leaf that does not come before it.`)
    const most = about.leaf.commitments.length
    if (leaf.parts.some((part) => part > most))
      this.#wrong(`${leaf.number}: ${leaf.kind} speaks of parts that are not there.`)
    if (leaf.kind === 'comment-posted') {
      about.posted = leaf.parts
      about.toldBy = known
    }
    if (leaf.kind === 'erased') erase(about, leaf.parts)
    else if (about.became !== 'erased') about.became = outcomes.get(leaf.kind) ?? about.became
  }

  /** @param {Line} line */
  #takeComment({ leaf, number, status }) {
    const known = this.#leaves.get(String(leaf))
    if (known?.leaf.kind !== 'comment-received' || known.leaf.number !== number)
      return this.#wrong(`The comment ${number} stands in the export and not in the log.`)
    if (known.listed) this.#wrong(`The comment ${number} stands in the export twice.`)
    known.listed = true
    const became = known.became || 'screening'
    if (status !== became)
      this.#wrong(`The comment ${number} is called ${status}; by the log it is ${became}.`)
  }

  /** @param {Line} line */
  #takeVote({ leaf, place, hash }) {
    const votes = this.#votes.get(String(leaf)) ?? new GrowingTree()
    this.#votes.set(String(leaf), votes)
    const bytes = bytesOf(String(hash))
    if (!batches.has(String(this.#leaves.get(String(leaf))?.leaf.kind)))
      this.#wrong(`A vote stands in the export and in no batch of the log: ${String(hash).slice(0, 44)}`)
    if (place !== votes.size || bytes?.length !== 32)
      this.#wrong(`Vote ${votes.size} of a batch is missing or damaged in the export.`)
    else votes.add(bytes)
  }

  /** Each batch holds as many votes as it says, and they lead to its root. */
  #checkVotes() {
    const batches = [...this.#leaves.values()].filter(({ leaf }) => leaf.kind === 'votes-cast')
    if (batches.length === 0) return
    if (this.#votes.size === 0) {
      this.report.notes.push(
        `The votes of ${batches.length} batch(es) are not in this export and were not counted.`,
      )
      return
    }
    let count = 0
    for (const { leaf, told } of batches) {
      const votes = this.#votes.get(leaf.id) ?? new GrowingTree()
      const batch = readBatch(told ?? '')
      if (batch?.votes !== votes.size || batch.root !== votes.root().toString('base64'))
        this.#wrong(
          `The votes of ${leaf.number} received ${leaf.received} are not those that the log was told.`,
        )
      count += votes.size
    }
    this.report.holds.push(
      `${count} votes are those of ${batches.length} batch(es) in the log, none more and none less.`,
    )
  }

  /** @param {Known} known */
  #checkOutcome(known) {
    const { leaf, opened, posted, erased, became, listed } = known
    this.#checkErased(known)
    if (leaf.kind !== 'comment-received') return
    if (!listed)
      this.#wrong(`Left over: ${leaf.number} is in the log, and no comment of the export belongs to it.`)
    if (!became && !this.options.open)
      this.#wrong(
        `Left over: ${leaf.number} is neither posted, nor withheld with a reason, nor withdrawn, nor erased.`,
      )
    if (became !== 'posted') return
    this.#checkRedactions(known)
    const told = new Set([...posted, ...erased])
    const keptBack = leaf.commitments.filter((_, i) => !told.has(i + 1)).length
    if (keptBack > 0) this.#keptBack.push(keptBack)
    const hidden = posted.filter((part) => !opened.has(part) && !erased.has(part))
    if (hidden.length > 0)
      this.#wrong(
        `Posted parts of ${leaf.number} are missing, and no tombstone says why: ${hidden.join(', ')}.`,
      )
  }

  /** What a tombstone stands for is gone, and a reason is there until it is erased. @param {Known} known */
  #checkErased({ leaf, opened, posted, erased, became }) {
    const there = [...erased].filter((part) => opened.has(part))
    if (there.length > 0)
      this.#wrong(
        `A tombstone says that parts of ${leaf.number} (${leaf.kind}) were erased, and they are still there: ${there.join(', ')}.`,
      )
    if (leaf.kind === 'comment-withheld' && opened.size === 0 && !this.#isGone(leaf))
      this.#wrong(`${leaf.number} was withheld without a reason that can be read.`)
    if (leaf.kind !== 'comment-received' || erased.size === 0) return
    if (became !== 'erased') this.#partly.push(`${leaf.number} (${[...erased].join(', ')})`)
    else if (posted.length > 0) this.#gone.posted.push(leaf.number)
    else this.#gone.unposted.push(leaf.number)
  }

  /** Whether the comment that a decision speaks of was erased whole: only then its reason may be gone too. @param {Leaf} leaf */
  #isGone({ about }) {
    return this.#leaves.get(String(about))?.became === 'erased'
  }

  /** What was posted with redactions says so in words that can be read. @param {Known} known */
  #checkRedactions({ leaf: { number }, toldBy }) {
    if (!toldBy || toldBy.leaf.commitments.length === 0) return
    const missing = toldBy.leaf.commitments.filter((_, i) => !toldBy.opened.has(i + 1))
    if (missing.length > 0)
      this.#wrong(`${number} was posted with redactions that cannot be read as they were told.`)
    this.#redacted += 1
  }

  /** @param {Checkpoint} head */
  #checkHead({ size }) {
    const leaves = this.#tree.size
    if (leaves !== size) this.#wrong(`The checkpoint counts ${size} leaves; the export holds ${leaves}.`)
    for (const [larger, heads] of this.#heads) {
      const whose = heads.some(({ held }) => held) ? 'you hold' : 'the log signed'
      if (larger > leaves)
        this.#wrong(
          `The checkpoint of size ${larger} that ${whose} is larger than the log: leaves were taken out.`,
        )
    }
  }

  /** @param {Checkpoint} head */
  #tellWhatHolds({ size, origin }) {
    const { holds, notes } = this.report
    holds.push(`The ${size} leaves are those that ${origin} signed, in order, and time never goes back.`)
    holds.push(`${this.#openings} published parts are word for word what was received.`)
    if (this.#redacted > 0)
      holds.push(
        `What stays of ${this.#redacted} comment(s) posted with redactions is what the log was told, word for word.`,
      )
    const { posted, unposted } = this.#gone
    const erased = posted.length + unposted.length
    if (erased > 0)
      holds.push(`${erased} comment(s) were erased whole: a tombstone stands for each, and nothing is left.`)
    if (posted.length > 0) notes.push(`Erased after they had been posted: ${someOf(posted)}.`)
    if (unposted.length > 0) notes.push(`Erased without ever being posted: ${someOf(unposted)}.`)
    if (this.#partly.length > 0)
      notes.push(`Of these comments parts were erased, and the rest stays: ${someOf(this.#partly)}.`)
    const keptBack = this.#keptBack.reduce((sum, parts) => sum + parts, 0)
    if (keptBack > 0)
      notes.push(
        `${keptBack} parts of ${this.#keptBack.length} posted comments are not posted; the log cannot show whether their senders wished so.`,
      )
    const kept = this.options.held?.length ?? 0
    if (kept > 0) holds.push(`The log only grew since the ${kept} checkpoint(s) that you hold.`)
    else
      notes.push(
        'You gave no checkpoint of your own (--checkpoint): a log rewritten as a whole would look just as good.',
      )
  }

  #checkTiles() {
    for (const [level, hashes] of this.#levels.entries())
      for (let n = 0; n * 256 < hashes.length; n += 1) {
        const wanted = Buffer.concat(hashes.slice(n * 256, n * 256 + 256)).toString('base64')
        const found = this.#tiles.filter((tile) => tile.level === level && tile.n === n)
        if (found.length !== 1 || found[0]?.hashes !== wanted)
          this.#wrong(`The tile ${level}/${n} that the log serves is not the one its leaves make.`)
      }
    const most = this.#levels.reduce((sum, hashes) => sum + Math.ceil(hashes.length / 256), 0)
    if (this.#tiles.length > most) this.#wrong('The log serves tiles that its leaves do not make.')
  }

  /** @param {number} level @param {Buffer} hash */
  #raise(level, hash) {
    const hashes = this.#levels[level] ?? []
    this.#levels[level] = hashes
    hashes.push(hash)
    if (hashes.length % 256 !== 0) return
    const tile = new GrowingTree()
    for (const below of hashes.slice(-256)) tile.add(below)
    this.#raise(level + 1, tile.root())
  }

  /** @param {string} text */
  #checkReceipt(text) {
    if (!this.#key) return
    const { report, leaf } = checkReceipt(text, { key: this.#key })
    const number = leaf?.number ?? 'unknown number'
    this.report.problems.push(...report.problems.map((problem) => `Receipt of ${number}: ${problem}`))
    if (!leaf) return
    const right = this.#leaves.get(leaf.id)?.entry.startsWith(leaf.body) ?? false
    this.report.check(
      right,
      `The receipt of ${leaf.number} has its leaf in the log.`,
      `The receipt of ${leaf.number} has no leaf in the log.`,
    )
  }

  /** @param {string} sentence */
  #giveUp(sentence) {
    this.#wrong(sentence)
    this.#stopped = true
  }

  /** @param {string} sentence */
  #wrong(sentence) {
    this.report.problems.push(sentence)
  }
}

/** @param {string} text @returns {Line} */
function readJson(text) {
  try {
    const line = JSON.parse(text)
    if (typeof line?.type === 'string') return line
  } catch {}
  throw new Unreadable(`This line is not of an export: ${text.slice(0, 60)}`)
}

// The command line

/** @param {string} path */
function textOf(path) {
  if (!existsSync(path) || !statSync(path).isFile()) throw new Unreadable(`There is no file ${path}.`)
  return readFileSync(path, 'utf8')
}

/** @param {string} path */
function linesOf(path) {
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'log.ndjson') : path
  if (!existsSync(file)) throw new Unreadable(`There is no file ${file}.`)
  return createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })
}

/** @typedef {ReturnType<typeof readArguments>} Given */

/** @param {string[]} args */
function readArguments(args) {
  const once = { type: /** @type {const} */ ('string') }
  const often = { type: /** @type {const} */ ('string'), multiple: /** @type {const} */ (true) }
  const alone = { type: /** @type {const} */ ('boolean') }
  const options = {
    key: once,
    witness: often,
    file: often,
    checkpoint: often,
    receipt: often,
    partial: alone,
    open: alone,
  }
  const { positionals, values } = parseArgs({ args, options, allowPositionals: true })
  const {
    key,
    witness = [],
    file = [],
    checkpoint = [],
    receipt = [],
    partial = false,
    open = false,
  } = values
  return { words: positionals, flags: { key, witness, file, checkpoint, receipt, partial, open } }
}

/** A key, or the file that holds it. @param {string} text */
const keyAt = (text) => readKey(existsSync(text) ? readFileSync(text, 'utf8') : text)

/** @param {Given} given */
function keysOf({ flags }) {
  const { key } = flags
  return {
    ...(key === undefined ? {} : { key: keyAt(key) }),
    witnesses: flags.witness.map(keyAt),
  }
}

/** @param {Given} given */
async function receiptCommand(given) {
  const files = given.flags.file.map((name) => ({ name, bytes: readFileSync(name) }))
  const partial = given.flags.partial
  return checkReceipt(textOf(given.words[1] ?? ''), { ...keysOf(given), files, partial }).report
}

/** @param {Given} given */
async function consistencyCommand(given) {
  const [, oldPath = '', newPath = '', source = ''] = given.words
  const { key, witnesses } = keysOf(given)
  if (!key) throw new Unreadable('Give the key of the log with --key: a checkpoint does not carry it.')
  return checkConsistency(textOf(oldPath), textOf(newPath), key, proofFrom(source), witnesses)
}

/** @param {string} source */
function proofFrom(source) {
  if (/^https?:/.test(source)) return proofByTiles(source)
  if (!source) return proofByHashes('')
  const isExport = statSync(source).isDirectory() || textOf(source).startsWith('{')
  return isExport ? proofByExport(source) : proofByHashes(textOf(source))
}

/** @param {string} path */
function proofByExport(path) {
  return async (/** @type {Checkpoint} */ old, /** @type {Checkpoint} */ now) => {
    const roots = await rootsOfExport(path, [old.size, now.size])
    return [old, now].every(({ size, root }) => roots.get(size)?.equals(root))
  }
}

/** @param {string} path @param {number[]} sizes */
async function rootsOfExport(path, sizes) {
  const tree = new GrowingTree()
  const roots = new Map([[0, tree.root()]])
  for await (const text of linesOf(path)) {
    const { type, entry } = readJson(text)
    if (type === 'leaf') tree.add(leafHash(String(entry)))
    if (sizes.includes(tree.size)) roots.set(tree.size, tree.root())
  }
  return roots
}

/** @param {Given} given */
async function auditCommand(given) {
  const held = given.flags.checkpoint.map(textOf)
  const receipts = given.flags.receipt.map(textOf)
  const audit = new Audit({ ...keysOf(given), held, receipts, open: given.flags.open })
  for await (const line of linesOf(given.words[1] ?? '')) audit.take(line)
  return audit.finish()
}

const commands = new Map([
  ['receipt', { words: [2, 2], run: receiptCommand }],
  ['consistency', { words: [3, 4], run: consistencyCommand }],
  ['audit', { words: [2, 2], run: auditCommand }],
])

/** @param {string[]} words */
async function main(words) {
  try {
    const given = readArguments(words)
    const command = commands.get(given.words[0] ?? '')
    const count = given.words.length
    if (!command || count < (command.words[0] ?? 0) || count > (command.words[1] ?? 0))
      throw new Unreadable(usage)
    const report = await command.run(given)
    process.stdout.write(report.toString())
    return report.problems.length > 0 ? 1 : 0
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    return 2
  }
}

const own = fileURLToPath(import.meta.url)
if (own.endsWith('verify.mjs') && process.argv[1] && realpathSync(process.argv[1]) === own)
  process.exitCode = await main(process.argv.slice(2))

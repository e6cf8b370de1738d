import { createPublicKey, generateKeyPairSync, hash, type KeyObject, sign, verify } from 'node:crypto'

/** Signature types of c2sp.org/signed-note. */
const ed25519 = 1
const cosignatureV1 = 4
const spki = Buffer.from('302a300506032b6570032100', 'hex')

/** The key an installation signs its log with; its name is the log's origin. */
export interface SigningKey {
  name: string
  /** What outsiders keep to check signatures: name, key id and public key in one line. */
  verifier: string
  sign(text: string): Buffer
}

interface VerifierKey {
  name: string
  id: Buffer
  type: number
  publicKey: KeyObject
}

export interface Signature {
  name: string
  id: Buffer
  bytes: Buffer
}

export function signingKey(name: string, privateKey: KeyObject): SigningKey {
  const raw = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(spki.length)
  const material = Buffer.concat([Buffer.of(ed25519), raw])
  const id = keyId(name, material)
  return {
    name,
    verifier: `${name}+${id.toString('hex')}+${material.toString('base64')}`,
    sign: (text) => Buffer.concat([id, sign(null, Buffer.from(text, 'utf8'), privateKey)]),
  }
}

export function newPrivateKey(): KeyObject {
  return generateKeyPairSync('ed25519').privateKey
}

/** A text with its signature below, as c2sp.org/signed-note wants it. */
export function signNote(text: string, key: SigningKey): string {
  return `${text}\n— ${key.name} ${key.sign(text).toString('base64')}\n`
}

/** The text of a note that this key signed; nothing where it did not. */
export function openNote(note: string, verifier: string): string | undefined {
  const key = parseVerifier(verifier)
  const parts = splitNote(note)
  if (!(key && parts)) return undefined
  const own = parts.signatures.filter((signature) => isBy(signature, key))
  const holds = own.length > 0 && own.every(({ bytes }) => holdsFor(parts.text, bytes, key))
  return holds ? parts.text : undefined
}

/** The cosignature lines among `lines` that this witness really made over the note's text. */
export function cosignatureOf(note: string, lines: string, verifier: string): string | undefined {
  const key = parseVerifier(verifier)
  const text = splitNote(note)?.text
  if (key?.type !== cosignatureV1 || text === undefined) return undefined
  return lines.split('\n').find((line) => {
    const signature = parseSignature(line)
    return signature && isBy(signature, key) && cosignatureHolds(text, signature.bytes, key)
  })
}

export function splitNote(note: string): { text: string; signatures: Signature[] } | undefined {
  const gap = note.lastIndexOf('\n\n')
  if (gap < 0 || !note.endsWith('\n')) return undefined
  const signatures = note
    .slice(gap + 2, -1)
    .split('\n')
    .map(parseSignature)
  return { text: note.slice(0, gap + 1), signatures: signatures.filter((one) => one !== undefined) }
}

function parseSignature(line: string): Signature | undefined {
  const [dash, name, encoded, ...rest] = line.split(' ')
  if (dash !== '—' || !name || !encoded || rest.length > 0) return undefined
  const bytes = Buffer.from(encoded, 'base64')
  return { name, id: bytes.subarray(0, 4), bytes: bytes.subarray(4) }
}

export function parseVerifier(verifier: string): VerifierKey | undefined {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+(.+)$/.exec(verifier)
  if (!(match?.[1] && match[2] && match[3])) return undefined
  const material = Buffer.from(match[3], 'base64')
  const id = keyId(match[1], material)
  if (material.length !== 33 || id.toString('hex') !== match[2]) return undefined
  const key = Buffer.concat([spki, material.subarray(1)])
  const publicKey = createPublicKey({ key, format: 'der', type: 'spki' })
  return { name: match[1], id, type: material.readUInt8(0), publicKey }
}

const keyId = (name: string, material: Buffer) =>
  hash('sha256', Buffer.concat([Buffer.from(`${name}\n`, 'utf8'), material]), 'buffer').subarray(0, 4)

const isBy = (signature: Signature, key: VerifierKey) =>
  signature.name === key.name && signature.id.equals(key.id)

const holdsFor = (text: string, bytes: Buffer, key: VerifierKey) =>
  key.type === ed25519 && verify(null, Buffer.from(text, 'utf8'), key.publicKey, bytes)

function cosignatureHolds(text: string, bytes: Buffer, key: VerifierKey): boolean {
  if (bytes.length !== 72) return false
  const signed = `cosignature/v1\ntime ${bytes.readBigUInt64BE(0)}\n${text}`
  return verify(null, Buffer.from(signed, 'utf8'), key.publicKey, bytes.subarray(8))
}

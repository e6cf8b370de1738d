#!/usr/bin/env node
// Co-signs the checkpoints of someone else's Parley installation, or of any log that speaks c2sp.org/tlog-witness.
// It signs only a log that contains all it signed before, so that nobody can be shown another log unnoticed.
// One file, nothing but Node ≥ 20, nothing shared with the server.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const usage = `node witness.mjs init FOLDER --name NAME    make a key; NAME is like witness.example.org/w1
node witness.mjs add FOLDER KEY             watch the log that has this key (its page /log shows it)
node witness.mjs key FOLDER                 print the key to give to the log's operator
node witness.mjs serve FOLDER [--port 8123] [--host localhost]
`

/** @typedef {{ size: number, root: string }} Head */
/** @typedef {{ name: string, privateKey: string, logs: string[], heads: Record<string, Head> }} State */
/** @typedef {{ name: string, id: Buffer, key: import('node:crypto').KeyObject }} Verifier */
/** @typedef {{ status: number, type: string, body: string }} Answer */

const utf8 = (/** @type {string} */ text) => Buffer.from(text, 'utf8')
const sha256 = (/** @type {Uint8Array[]} */ ...chunks) => {
  const hash = createHash('sha256')
  for (const chunk of chunks) hash.update(chunk)
  return hash.digest()
}
const nodeHash = (/** @type {Buffer} */ left, /** @type {Buffer} */ right) =>
  sha256(Buffer.of(1), left, right)

const spki = Buffer.from('302a300506032b6570032100', 'hex')
const [ed25519, cosignature] = [1, 4]

// State: written whole, to disk, before any signature leaves

/** @param {string} folder @returns {State} */
export function readState(folder) {
  const file = join(folder, 'witness.json')
  if (!existsSync(file))
    throw new Error(`There is no witness in ${folder}. Make one: node witness.mjs init ${folder} --name NAME`)
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** @param {string} folder @param {State} state */
function writeState(folder, state) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'witness.json')
  const open = openSync(`${file}.new`, 'w', 0o600)
  writeSync(open, `${JSON.stringify(state, null, 2)}\n`)
  fsyncSync(open)
  closeSync(open)
  renameSync(`${file}.new`, file)
}

/** @param {string} folder @param {string} name */
export function initWitness(folder, name) {
  if (!/^[^\s+]+$/.test(name)) throw new Error('A witness needs a --name without spaces and without «+».')
  if (existsSync(join(folder, 'witness.json'))) throw new Error(`There is a witness in ${folder} already.`)
  const privateKey = generateKeyPairSync('ed25519')
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString()
  const state = { name, privateKey, logs: [], heads: {} }
  writeState(folder, state)
  return ownKey(state)
}

/** @param {string} folder @param {string} log */
export function addLog(folder, log) {
  const state = readState(folder)
  readVerifier(log)
  if (!state.logs.includes(log)) writeState(folder, { ...state, logs: [...state.logs, log] })
}

/** What the log's operator configures. @param {State} state */
export function ownKey({ name, privateKey }) {
  const raw = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(spki.length)
  const material = Buffer.concat([Buffer.of(cosignature), raw])
  return `${name}+${keyId(name, material).toString('hex')}+${material.toString('base64')}`
}

/** @param {string} name @param {Buffer} material */
const keyId = (name, material) => sha256(utf8(`${name}\n`), material).subarray(0, 4)

/** @param {string} text @returns {Verifier} */
function readVerifier(text) {
  const [, name = '', id = '', encoded = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text) ?? []
  const material = Buffer.from(encoded, 'base64')
  if (material.length !== 33 || material[0] !== ed25519 || keyId(name, material).toString('hex') !== id)
    throw new Error(`This is no key of a log: ${text.slice(0, 100)}`)
  const key = createPublicKey({
    key: Buffer.concat([spki, material.subarray(1)]),
    format: 'der',
    type: 'spki',
  })
  return { name, id: Buffer.from(id, 'hex'), key }
}

// One request (c2sp.org/tlog-witness)

/** @param {string} body */
function readRequest(body) {
  const gap = body.indexOf('\n\n')
  const [first = '', ...lines] = body.slice(0, gap).split('\n')
  const old = /^old (0|[1-9]\d{0,14})$/.exec(first)?.[1]
  const path = lines.map((line) => Buffer.from(line, 'base64'))
  const note = body.slice(gap + 2)
  const end = note.lastIndexOf('\n\n')
  const [origin = '', size = '', root = ''] = note.slice(0, end + 1).split('\n')
  const right =
    gap > 0 && end > 0 && old !== undefined && path.length <= 63 && path.every(({ length }) => length === 32)
  if (!right || !/^(0|[1-9]\d{0,14})$/.test(size) || Buffer.from(root, 'base64').length !== 32)
    return undefined
  const signatures = note.slice(end + 2).split('\n')
  return {
    old: Number(old),
    path,
    origin,
    size: Number(size),
    root: Buffer.from(root, 'base64'),
    text: note.slice(0, end + 1),
    signatures,
  }
}

/** @param {NonNullable<ReturnType<typeof readRequest>>} request @param {Verifier[]} logs */
function isSigned({ text, signatures }, logs) {
  return signatures.some((line) => {
    const [, name, encoded = ''] = /^— (\S+) (\S+)$/.exec(line) ?? []
    const bytes = Buffer.from(encoded, 'base64')
    const log = logs.find((one) => one.name === name && one.id.equals(bytes.subarray(0, 4)))
    return log !== undefined && verify(null, utf8(text), log.key, bytes.subarray(4))
  })
}

/** @param {number} status @param {string} body @param {string} [type] @returns {Answer} */
const answer = (status, body, type = 'text/plain; charset=utf-8') => ({ status, body: `${body}\n`, type })

/** Answers a checkpoint, and remembers it before it does. @param {string} folder @param {string} body @param {number} seconds @returns {Answer} */
export function addCheckpoint(folder, body, seconds) {
  const state = readState(folder)
  const request = readRequest(body)
  if (!request || request.old > request.size)
    return answer(400, 'This is no request to co-sign a checkpoint.')
  const logs = state.logs.map(readVerifier).filter(({ name }) => name === request.origin)
  if (logs.length === 0) return answer(404, 'This witness does not watch that log.')
  if (!isSigned(request, logs))
    return answer(403, 'The checkpoint is not signed by the log that this witness watches.')
  const refusal = refusalOf(request, state.heads[request.origin])
  if (refusal) return refusal
  const head = { size: request.size, root: request.root.toString('base64') }
  writeState(folder, { ...state, heads: { ...state.heads, [request.origin]: head } })
  return answer(200, cosign(state, request.text, seconds))
}

/** @param {NonNullable<ReturnType<typeof readRequest>>} request @param {Head | undefined} known @returns {Answer | undefined} */
function refusalOf({ old, size, root, path }, known) {
  const last = known ?? { size: 0, root: sha256().toString('base64') }
  const before = Buffer.from(last.root, 'base64')
  if (old !== last.size) return answer(409, String(last.size), 'text/x.tlog.size')
  if (old === size && !root.equals(before)) return answer(409, String(last.size), 'text/x.tlog.size')
  if (old === 0 ? path.length > 0 : !isConsistent(old, size, path, before, root))
    return answer(422, 'The log does not contain what this witness co-signed before: it was rewritten.')
  return undefined
}

/** @param {State} state @param {string} text @param {number} seconds */
function cosign(state, text, seconds) {
  const signature = sign(
    null,
    utf8(`cosignature/v1\ntime ${seconds}\n${text}`),
    createPrivateKey(state.privateKey),
  )
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(seconds))
  const id = Buffer.from(ownKey(state).split('+')[1] ?? '', 'hex')
  return `— ${state.name} ${Buffer.concat([id, time, signature]).toString('base64')}`
}

/** RFC 6962 §2.1.2. @param {number} old @param {number} size @param {Buffer[]} path @param {Buffer} before @param {Buffer} root */
function isConsistent(old, size, path, before, root) {
  const roots = foldPath(old, size, path, before)
  return roots?.[0].equals(before) === true && roots[1].equals(root)
}

/** @param {number} old @param {number} size @param {Buffer[]} path @param {Buffer | undefined} known @returns {[Buffer, Buffer] | undefined} */
function foldPath(old, size, path, known) {
  const last = path.at(-1)
  if (old === size) return wholeSubtree(path, known)
  if (!last) return undefined
  let middle = 1
  while (middle * 2 < size) middle *= 2
  const left = old <= middle
  const below = left
    ? foldPath(old, middle, path.slice(0, -1), known)
    : foldPath(old - middle, size - middle, path.slice(0, -1), undefined)
  if (!below) return undefined
  return left ? [below[0], nodeHash(below[1], last)] : [nodeHash(last, below[0]), nodeHash(last, below[1])]
}

/** @param {Buffer[]} path @param {Buffer | undefined} known @returns {[Buffer, Buffer] | undefined} */
function wholeSubtree(path, known) {
  const [hash, ...rest] = known ? [known, ...path] : path
  return hash && rest.length === 0 ? [hash, hash] : undefined
}

// Serving

/** @param {string} folder @param {() => number} now the time in seconds */
export function witnessServer(folder, now = () => Math.floor(Date.now() / 1000)) {
  return createServer(async (request, response) => {
    const { status, type, body } = await answerTo(folder, request, now).catch((error) => {
      process.stderr.write(`${error}\n`)
      return answer(500, 'The witness could not sign.')
    })
    response.writeHead(status, { 'content-type': type }).end(body)
  })
}

/** @param {string} folder @param {import('node:http').IncomingMessage} request @param {() => number} now */
async function answerTo(folder, request, now) {
  if (request.method === 'GET' && request.url === '/') return answer(200, shown(readState(folder)))
  if (request.method !== 'POST' || request.url !== '/add-checkpoint') return answer(404, 'Here is nothing.')
  const chunks = []
  let length = 0
  for await (const chunk of request) {
    length += chunk.length
    if (length > 65_536) return answer(413, 'The request is too long.')
    chunks.push(chunk)
  }
  return addCheckpoint(folder, Buffer.concat(chunks).toString('utf8'), now())
}

/** @param {State} state */
function shown(state) {
  const heads = Object.entries(state.heads).map(([origin, { size, root }]) => `${origin} ${size} ${root}`)
  return [`witness ${ownKey(state)}`, ...heads].join('\n')
}

/** @param {string[]} args */
function main(args) {
  const string = { type: /** @type {const} */ ('string') }
  const { positionals, values } = parseArgs({
    args,
    options: { name: string, port: string, host: string },
    allowPositionals: true,
  })
  const [command = '', folder = '', log = ''] = positionals
  const run = new Map([
    ['init', () => console.log(initWitness(folder, values.name ?? ''))],
    ['add', () => addLog(folder, log)],
    ['key', () => console.log(ownKey(readState(folder)))],
    ['serve', () => serve(folder, Number(values.port ?? 8123), values.host ?? 'localhost')],
  ]).get(command)
  if (!(run && folder)) throw new Error(usage)
  run()
}

/** @param {string} folder @param {number} port @param {string} host */
function serve(folder, port, host) {
  console.log(`witness ${ownKey(readState(folder))}`)
  const server = witnessServer(folder)
  server.listen(port, host, () => console.log('listening', server.address()))
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    main(process.argv.slice(2))
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exitCode = 2
  }
}

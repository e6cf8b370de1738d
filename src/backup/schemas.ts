import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Head, Manifest } from './model.ts'

const text = Type.String()
const count = Type.Integer({ minimum: 0 })
const closed = { additionalProperties: false }
const hash = Type.String({ pattern: '^[0-9a-f]{64}$' })

const head = Compile(
  Type.Object(
    {
      format: text,
      at: text,
      address: text,
      keys: Type.Boolean(),
      migrations: Type.Array(Type.Object({ name: text, sha256: hash }, closed)),
    },
    closed,
  ),
)

const manifest = Compile(
  Type.Object(
    {
      tables: Type.Array(Type.Object({ name: text, columns: Type.Array(text), rows: count }, closed)),
      sequences: Type.Array(
        Type.Object(
          { name: text, last: Type.String({ pattern: '^-?\\d{1,19}$' }), called: Type.Boolean() },
          closed,
        ),
      ),
      checkpoint: Type.Union([text, Type.Null()]),
      leaves: count,
      files: Type.Object({ count, bytes: count, missing: Type.Array(hash) }, closed),
      parts: Type.Array(Type.Object({ name: text, size: count, sha256: hash }, closed)),
    },
    closed,
  ),
)

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}

export function parseHead(bytes: Uint8Array): Head | undefined {
  const value = parse(bytes)
  return head.Check(value) ? value : undefined
}

export function parseManifest(bytes: Uint8Array): Manifest | undefined {
  const value = parse(bytes)
  return manifest.Check(value) ? value : undefined
}

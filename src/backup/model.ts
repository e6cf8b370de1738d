/** A sentence for whoever typed the command: why a backup was not made, or a file not restored. */
export class BackupRefused extends Error {
  override name = 'BackupRefused'
}

export const format = 'parley-backup-1'
export const headName = 'backup.json'
export const manifestName = 'manifest.json'
export const sealName = 'manifest.sha256'
/** What was erased, ids only; each start applies it to what came back. Its keeper is the installation (erasures). */
export const ledgerName = 'erasures.jsonl'
/** What goes through memory at once; a piece of a table is never longer. */
export const pieceBytes = 4 * 1024 ** 2
export const keyNames = ['cookie-secret.hex', 'log-key.pem'] as const

export interface Part {
  name: string
  size: number
  sha256: string
}

export interface TableRows {
  name: string
  columns: string[]
  rows: number
}

export interface SequenceState {
  name: string
  last: string
  called: boolean
}

/** What stands at the beginning: enough to know whether this program can restore the rest. */
export interface Head {
  format: string
  /** When it was begun; the tables are those of this moment. */
  at: string
  address: string
  keys: boolean
  migrations: { name: string; sha256: string }[]
}

/** What stands at the end, so that a file cut short has none. */
export interface Manifest {
  tables: TableRows[]
  sequences: SequenceState[]
  /** The newest signed head of the log, which has this many leaves with a place. */
  checkpoint: string | null
  leaves: number
  files: { count: number; bytes: number; missing: string[] }
  parts: Part[]
}

export const pieceName = (table: string, piece: number): string =>
  `tables/${table}/${String(piece).padStart(6, '0')}.copy.gz`

const places = [
  /^(backup\.json|manifest\.json|manifest\.sha256|README\.txt|erasures\.jsonl)$/,
  /^keys\/(cookie-secret\.hex|log-key\.pem)$/,
  /^tables\/[a-z_]+\.[a-z_0-9]+\/\d{6}\.copy\.gz$/,
  /^files\/[0-9a-f]{64}$/,
]

export const isKnownName = (name: string): boolean => places.some((place) => place.test(name))

/** The address of the stored file that an entry holds, if it holds one. */
export const addressIn = (name: string): string | undefined => /^files\/(.+)$/.exec(name)?.[1]

export const tableIn = (name: string): string | undefined => /^tables\/([^/]+)\//.exec(name)?.[1]

/** 2026-11-23T03-15-00Z: as it may stand in the name of a file on every system. */
export const fileNameAt = (at: string): string =>
  `parley-${at.replace(/\.\d+Z$/, 'Z').replaceAll(':', '-')}.tar`

const units = ['bytes', 'kB', 'MB', 'GB', 'TB']

export function sizeInWords(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1)
  return `${(bytes / 1000 ** step).toFixed(step === 0 ? 0 : 1)} ${units[step]}`
}

export const readme = `This is a backup of a Parley installation.

It holds SECRETS: names and addresses of people, words that are not public, and (unless it was made
with --without-keys) the key that signs the public log. Keep it where only you can read it.

To restore it into an empty folder, on a machine with Parley:

    PARLEY_DATA=/an/empty/folder ./parley restore THIS-FILE.tar

To look into it without Parley: tar -xf takes it apart. tables/ holds PostgreSQL's COPY text in pieces,
compressed by gzip; files/ holds each file under the SHA-256 of its bytes; manifest.json names each
other part with its SHA-256, and manifest.sha256 holds that of manifest.json.
`

import { execFile, execFileSync } from 'node:child_process'

/** The programs of other people by which a reader may look into a file; `-` stands for its path. */
const all: Record<string, readonly (readonly string[])[]> = {
  pdftotext: [['pdftotext', '-enc', 'UTF-8', '-', '/dev/stdout']],
  qpdf: [['qpdf', '--qdf', '--object-streams=disable', '-', '/dev/stdout']],
  mutool: [
    ['mutool', 'draw', '-q', '-F', 'text', '-'],
    ['mutool', 'show', '-', 'grep'],
  ],
  exiftool: [['exiftool', '-a', '-u', '-g1', '-ee', '-']],
  unzip: [
    ['unzip', '-p', '-'],
    ['unzip', '-v', '-'],
  ],
  strings: [
    ['strings', '-a', '-n', '4', '-'],
    ['strings', '-a', '-e', 'l', '-'],
    ['strings', '-a', '-e', 'b', '-'],
  ],
}

function isHere(name: string): boolean {
  try {
    execFileSync('which', [name], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

export interface Tools {
  here: readonly string[]
  missing: readonly string[]
}

export function findTools(): Tools {
  const names = Object.keys(all)
  const here = names.filter(isHere)
  return { here, missing: names.filter((name) => !here.includes(name)) }
}

const output = ([command = '', ...args]: readonly string[]): Promise<Buffer> =>
  new Promise((resolve) => {
    const options = { encoding: 'buffer', maxBuffer: 1 << 27, timeout: 20_000 } as const
    execFile(command, args, options, (_error, stdout) => resolve(stdout))
  })

/** What each program of this machine makes of a file. */
export async function askTools({ here }: Tools, path: string): Promise<Map<string, Buffer>> {
  const said = await Promise.all(
    here.map(async (name) => {
      const calls = (all[name] ?? []).map((call) => call.map((word) => (word === '-' ? path : word)))
      return [name, Buffer.concat(await Promise.all(calls.map(output)))] as const
    }),
  )
  return new Map(said)
}

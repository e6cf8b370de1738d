import { type ChildProcess, spawn } from 'node:child_process'
import type { FileHandle } from 'node:fs/promises'
import type { Readable } from 'node:stream'

export interface Program {
  command: string
  args: string[]
  /** What the program reads on its standard input. */
  input: FileHandle | Buffer
}

export interface RunLimits {
  milliseconds: number
  outputBytes: number
}

export type Run = { code: number | null; output: Buffer; errors: string } | { overran: 'time' | 'output' }

async function collect(child: ChildProcess, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of child.stdout ?? []) {
    size += chunk.length
    if (size > most) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The first of what it complains about; a broken file can make a reader complain without end. */
async function firstComplaints(stream: Readable | null): Promise<string> {
  let complaints = ''
  for await (const chunk of stream ?? []) if (complaints.length < 4000) complaints += String(chunk)
  return complaints
}

/** The code a process ended with, or null where a signal ended it. */
function ending(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
}

function start({ command, args, input }: Program): ChildProcess {
  // It gets no environment: a document's reader has no business with keys and addresses.
  const env = { PATH: process.env['PATH'] ?? '' }
  const held = Buffer.isBuffer(input)
  const child = spawn(command, args, { stdio: [held ? 'pipe' : input.fd, 'pipe', 'pipe'], env, cwd: '/' })
  // A program may stop reading before the end.
  if (held) child.stdin?.on('error', () => {}).end(input)
  return child
}

/** Runs a program on a stranger's file, and ends it where it takes too long or says too much. */
export async function runLimited(program: Program, limits: RunLimits): Promise<Run> {
  const child = start(program)
  let late = false
  const timer = setTimeout(() => {
    late = true
    child.kill('SIGKILL')
  }, limits.milliseconds)
  const errors = firstComplaints(child.stderr)
  const ended = ending(child)
  try {
    const output = await collect(child, limits.outputBytes)
    if (!output) return { overran: 'output' }
    const code = await ended
    return late ? { overran: 'time' } : { code, output, errors: await errors }
  } finally {
    clearTimeout(timer)
    child.kill('SIGKILL')
    await ended.catch(() => null)
  }
}

import { readdirSync, readFileSync } from 'node:fs'

interface Running {
  pid: number
  parent: number
  /** Time on a processor so far, its own and that of children that have ended, in milliseconds. */
  busy: number
}

const TICK = 10

/** What the kernel says of a process (proc(5)): its name stands in brackets and may hold anything. */
function read(pid: number): Running | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const busy = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0) * TICK
    return { pid, parent: Number(fields[1]), busy }
  } catch {
    return undefined
  }
}

function all(): Running[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => read(Number(name)) ?? [])
}

/** The processes that this one has started. */
export function childrenOf(pid: number): number[] {
  return all()
    .filter(({ parent }) => parent === pid)
    .map((one) => one.pid)
}

/** The command of a process, or what it calls itself; nothing where it is gone. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

/** How long a process and its children were on a processor, in milliseconds. */
export function busyTime(pid: number): number {
  return all()
    .filter((one) => one.pid === pid || one.parent === pid)
    .reduce((sum, { busy }) => sum + busy, 0)
}

/** Resident memory of a process, in megabytes. */
export function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

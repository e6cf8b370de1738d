// How long a whole map of opinions takes, and how much memory, as votes grow; beside scikit-learn's SVD and k-means in one run.
import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildSync } from 'esbuild'
import { inRoot } from '../setup/place.mjs'
import { foldVotes } from '../src/deliberation/mathematics/fold-votes.ts'
import { mapOpinions } from '../src/deliberation/mathematics/map-opinions.ts'
import { whole } from './kit/numbers.ts'
import { plantVotes, type Shape } from './kit/planted-opinions.ts'

const text = { type: 'string' } as const
const { values } = parseArgs({ options: { most: text, child: text, peer: text } })
const most = Number(values.most ?? 50_000_000)
const here = fileURLToPath(import.meta.url)
const peerScript = fileURLToPath(new URL('./kit/opinions-peer.py', import.meta.url))

const shapes: (Shape & { aim: string })[] = [
  { participants: 1921, statements: 197, votes: 49_443, aim: '0.05 s' },
  { participants: 2031, statements: 896, votes: 225_524, aim: '0.1 s' },
  { participants: 6289, statements: 2161, votes: 925_560, aim: '0.5 s' },
  { participants: 100_000, statements: 500, votes: 5_000_000, aim: '2 s, 500 MB' },
  { participants: 1_000_000, statements: 1000, votes: 50_000_000, aim: '30 s, 2,000 MB' },
]

interface Measured {
  seconds: number
  processor: number
  megabytes: number
}

interface Ours extends Measured {
  votes: number
  groups: number
  /** Of two who were planted in one group, how often they are in one; and of two who are in one, how often planted so. */
  together: number
}

/** In a process of its own: everything from the log of votes to what stands for each group. */
function measureOnce(shape: Shape): Ours {
  // Compiled first, as the peer's libraries are.
  mapOpinions(foldVotes(plantVotes({ participants: 300, statements: 40, votes: 4000 })))
  const log = plantVotes(shape)
  const [began, spent] = [performance.now(), process.cpuUsage()]
  const map = mapOpinions(foldVotes(log))
  const { user, system } = process.cpuUsage(spent)
  return {
    seconds: (performance.now() - began) / 1000,
    processor: (user + system) / 1e6,
    megabytes: process.resourceUsage().maxRSS / 1024,
    votes: map.votes,
    groups: map.groups.centres.x.length,
    together: purity(map.groups.of, log.planted),
  }
}

/** The share of those in groups who are in the group that most of their planted group are in. */
function purity(of: Int32Array, planted: Int32Array): number {
  const counts = new Map<number, Map<number, number>>()
  let grouped = 0
  for (const [at, group] of of.entries()) {
    if (group < 0) continue
    grouped += 1
    const within = counts.get(planted[at] as number) ?? new Map<number, number>()
    counts.set(planted[at] as number, within.set(group, (within.get(group) ?? 0) + 1))
  }
  const largest = [...counts.values()].map((within) => Math.max(...within.values()))
  return largest.reduce((sum, one) => sum + one, 0) / grouped
}

/** This very file in one piece, as the product is built. */
function built(folder: string): string {
  const outfile = join(folder, 'opinions.mjs')
  buildSync({
    ...{ entryPoints: [here], outfile, bundle: true, platform: 'node', format: 'esm', target: 'node24' },
    ...{ packages: 'external', jsx: 'automatic', jsxImportSource: 'preact', logLevel: 'error' },
  })
  return outfile
}

async function ours(program: string, shape: Shape): Promise<Ours> {
  const child = fork(program, ['--child', JSON.stringify(shape)], { execArgv: ['--max-old-space-size=4096'] })
  const [measured] = (await once(child, 'message')) as [Ours]
  return measured
}

/** Nothing where Debian's python3-sklearn is not here. */
function theirs(shape: Shape): Measured | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'parley-votes-'))
  try {
    const { participant, statement, value } = plantVotes(shape)
    writeFileSync(join(folder, 'participant'), participant)
    writeFileSync(join(folder, 'statement'), statement)
    writeFileSync(join(folder, 'value'), value)
    const args = [peerScript, folder, `${shape.participants}`, `${shape.statements}`, '4']
    const said = execFileSync('/usr/bin/python3', args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    return JSON.parse(said) as Measured
  } catch (error) {
    console.log(
      `  no peer: ${String((error as Error).message)
        .split('\n')
        .at(-2)}`,
    )
    return undefined
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const line = ({ seconds, processor, megabytes }: Measured) =>
  `${seconds.toFixed(2)} s (${processor.toFixed(2)} of processor), most ${whole(megabytes)} MB`

async function compareAll(program: string): Promise<void> {
  for (const { aim, ...shape } of shapes.filter(({ votes }) => votes <= most)) {
    const measured = await ours(program, shape)
    console.log(
      `${whole(shape.participants)} × ${whole(shape.statements)}, ${whole(measured.votes)} votes: ${line(measured)}; ` +
        `${((1e9 * measured.seconds) / measured.votes).toFixed(0)} ns a vote; aim ${aim}; ` +
        `${measured.groups} groups, ${(100 * measured.together).toFixed(0)} % as planted`,
    )
    const peer = shape.votes <= 5_000_000 ? theirs(shape) : undefined
    if (peer)
      console.log(`  scikit-learn: ${line(peer)}; ratio ${(peer.seconds / measured.seconds).toFixed(1)}`)
  }
}

if (values.child) process.send?.(measureOnce(JSON.parse(values.child) as Shape))
else {
  const folder = mkdtempSync(join(inRoot('node_modules'), '.opinions-'))
  await compareAll(built(folder)).finally(() => rmSync(folder, { recursive: true }))
}

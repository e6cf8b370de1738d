import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  foldVotes,
  inNumericOrder,
  type MapOptions,
  mapOpinions,
  PolisProblem,
  readMembership,
  readParticipants,
  readPolis,
  tellOpinions,
} from '../deliberation/index.ts'
import { holdPipes } from './hold-pipes.ts'
import type { Context, Verb } from './verb.ts'

const usage =
  'VOTES… [--groups FILE] [--in-conv FILE] [--json]: map opinions from votes, in a folder that Polis exported, its votes.csv or participants-votes.csv, or its votes.json and comments.json; no server is needed. --groups: a membership that is given, {"participant": group}; --in-conv: who is put into groups, ["participant", …].'

interface Asked {
  files: string[]
  groups: string | undefined
  inConversation: string | undefined
  json: boolean
}

interface Problem {
  problem: string
}

const options = {
  groups: { type: 'string' },
  'in-conv': { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

function askedOf(args: readonly string[]): Asked | Problem {
  try {
    const { values, positionals: files } = parseArgs({ args: [...args], allowPositionals: true, options })
    const { groups, 'in-conv': inConversation, json } = values
    const missing = [...files, groups, inConversation].find((file) => file !== undefined && !existsSync(file))
    if (files.length === 0) return { problem: 'Name the folder or file with the votes.' }
    return missing === undefined
      ? { files, groups, inConversation, json }
      : { problem: `There is no file ${missing}.` }
  } catch (error) {
    return { problem: (error as Error).message }
  }
}

type Told = ReturnType<typeof tellOpinions>

async function opinionsIn(files: readonly string[], { groups, inConversation }: Asked): Promise<Told> {
  const { log, moderatedOut, meta } = await readPolis(files)
  const given = groups === undefined ? undefined : await readMembership(groups)
  const grouped = inConversation === undefined ? undefined : await readParticipants(inConversation)
  const asked: MapOptions = { moderatedOut, meta, grouped, groups: given?.groups }
  const map = mapOpinions(foldVotes(log), asked)
  return tellOpinions(map, [...moderatedOut].sort(inNumericOrder), given?.labels)
}

const percent = (share: number) => `${Math.round(share * 100)} %`

function tell({ out }: Context, told: Told): void {
  out(`${told.participants} participants, ${told.statements} statements, ${told.votes} votes.`)
  out(`Opinion groups: ${told.groups.length} (silhouette ${told.silhouette.toFixed(3)}).`)
  for (const { id, members } of told.groups) {
    out(`  Group ${id}: ${members.length} participants. It stands for:`)
    for (const one of told.representative[String(id)] ?? [])
      out(`    ${one['repful-for']} with ${one.tid} (${one['n-success']} of ${one['n-trials']})`)
  }
  for (const side of ['agree', 'disagree'] as const) {
    const shown = told.consensus[side].map(
      (one) => `${one.tid} (${percent(one['n-success'] / one['n-trials'])})`,
    )
    if (shown.length > 0) out(`Most ${side} with: ${shown.join(', ')}.`)
  }
}

async function run(args: readonly string[], context: Context): Promise<number> {
  const asked = askedOf(args)
  if ('problem' in asked) {
    context.err(`${asked.problem}\nUsage: ./parley opinions ${usage}`)
    return 2
  }
  const held = await holdPipes(asked.files)
  try {
    const told = await opinionsIn(held.files, asked)
    if (asked.json) context.out(JSON.stringify(told))
    else tell(context, told)
    return 0
  } catch (error) {
    if (!(error instanceof PolisProblem)) throw error
    context.err(error.message)
    return 1
  } finally {
    await held.letGo()
  }
}

export const opinions: Verb = { name: 'opinions', usage, run }

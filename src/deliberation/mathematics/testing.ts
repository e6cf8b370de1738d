import { readFileSync } from 'node:fs'
import { sharedData } from '../../platform/testing/shared-data.ts'
import { foldVotes } from './fold-votes.ts'
import type { VoteLog } from './vote-log.ts'

type Said = readonly [participant: string, statement: string, value: number, at?: number]

/** Votes as rows, for tests. */
export function logOf(rows: readonly Said[]): VoteLog {
  const participants = [...new Set(rows.map(([who]) => who))]
  const statements = [...new Set(rows.map(([, what]) => what))]
  const [whoAt, whatAt] = [participants, statements].map((ids) => new Map(ids.map((id, at) => [id, at]))) as [
    Map<string, number>,
    Map<string, number>,
  ]
  return {
    participants,
    statements,
    participant: Int32Array.from(rows, ([who]) => whoAt.get(who) ?? -1),
    statement: Int32Array.from(rows, ([, what]) => whatAt.get(what) ?? -1),
    value: Int8Array.from(rows, ([, , value]) => value),
    at: Float64Array.from(rows, ([, , , at], nth) => at ?? nth),
  }
}

interface PublishedMark {
  tid: number
  'n-success': number
  'n-trials': number
  'p-success': number
  'p-test': number
}

export interface Published {
  n: number
  'mod-out': number[]
  'meta-tids': number[]
  'in-conv': number[]
  'base-clusters': { id: number[]; members: number[][]; x: number[]; y: number[] }
  'group-clusters': { id: number; members: number[]; center: [number, number] }[]
  'group-votes': Record<
    string,
    { 'n-members': number; votes: Record<string, { A: number; D: number; S: number }> }
  >
  'group-aware-consensus': Record<string, number>
  'comment-priorities': Record<string, number>
  consensus: { agree: PublishedMark[]; disagree: PublishedMark[] }
  repness: Record<
    string,
    (PublishedMark & {
      repness: number
      'repness-test': number
      'repful-for': 'agree' | 'disagree'
      'best-agree'?: boolean
    })[]
  >
  tids: number[]
  pca: {
    center: number[]
    comps: [number[], number[]]
    'comment-projection': [number[], number[]]
    'comment-extremity': number[]
  }
}

interface PublishedVote {
  participant_id: number
  statement_id: number
  vote: number
  modified: number
}

/** One of the two conversations whose numbers Polis published; nothing where the shared data are not here. */
export function readPublished(folder: string) {
  const at = sharedData(`polis-expected/${folder}`)
  if (!at) return undefined
  const read = (name: string): unknown => JSON.parse(readFileSync(`${at}/${name}.json`, 'utf8'))
  const math = read('math-pca2') as Published
  const votes = read('votes') as PublishedVote[]
  const rows = votes.map(
    (one): Said => [`${one.participant_id}`, `${one.statement_id}`, one.vote, one.modified],
  )
  return { math, matrix: foldVotes(logOf(rows)), groups: publishedGroups(math) }
}

function publishedGroups(math: Published): Map<string, number> {
  const { id, members } = math['base-clusters']
  const people = new Map(id.map((base, at) => [base, members[at] ?? []]))
  const all = math['group-clusters'].flatMap((group) =>
    group.members.flatMap((base) => (people.get(base) ?? []).map((who) => [`${who}`, group.id] as const)),
  )
  return new Map(all)
}

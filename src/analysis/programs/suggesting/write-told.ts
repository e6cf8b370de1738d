import type { Instant } from '../../../platform/time.ts'
import { setDoubts } from '../../coding/queue/turns/store.ts'
import type { ReadComment } from '../model.ts'
import type { ProgramTx } from '../services.ts'
import type { Use } from '../using/store.ts'
import {
  type CommentToTell,
  clearTold,
  insertTold,
  lockStanding,
  programCoder,
  putRead,
  type Spoken,
} from './store.ts'

/** Writes what a version told of comments, as far as they are still posted as it read them. */
export async function writeTold(
  tx: ProgramTx,
  { request, process, program }: Use,
  version: string,
  read: readonly { comment: CommentToTell; told: ReadComment }[],
  at: Instant,
): Promise<void> {
  const ids = read.map(({ comment }) => comment.id)
  const standing = await lockStanding(tx, ids)
  const whole = read.filter(({ comment: { id, texts } }) => {
    const now = standing.get(id)
    return now?.size === texts.length && texts.every((text) => now.has(text.version))
  })
  await clearTold(tx, program, ids)
  const coder = await programCoder(tx, { process, program, version }, at)
  await insertTold(tx, { process, request, coder, at }, whole.flatMap(spokenOf))
  const done = whole.map(({ comment: { id, texts }, told: { doubt } }) => ({
    ...{ id, doubt, versions: texts.map((text) => text.version) },
  }))
  await putRead(tx, { program, version, at }, done)
  if (program === 'issues-and-codes') await setDoubts(tx, done)
}

function spokenOf({ comment, told }: { comment: CommentToTell; told: ReadComment }): Spoken[] {
  return comment.texts.flatMap(({ version, text }, at) =>
    (told.told[at] ?? []).map((one) => ({
      ...{ ...one, comment: comment.id, version, words: text.slice(one.starts, one.ends) },
    })),
  )
}

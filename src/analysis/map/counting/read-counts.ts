import type { Db } from '../../../platform/db/index.ts'
import type { Process } from '../../../processes/index.ts'
import { latestChangeIn } from '../../../record/index.ts'
import type { Commented, Count, OnIssue } from '../model.ts'
import { timesRefreshed } from '../refreshing/store.ts'
import type { MapDatabase, MapDb } from '../services.ts'
import { remember } from './remember.ts'
import { type Asked, listCommented, listCountries, listCounts } from './store.ts'

export interface Counted {
  counts: readonly Count[]
  countries: readonly OnIssue[]
  commented: readonly Commented[]
}

const answersOf = new WeakMap<Db<MapDatabase>, ReturnType<typeof remember<Counted>>>()

/** Counts hold until the map is counted anew, or the record tells something of the process. */
async function keyOf(db: MapDb, { request, filters, blindTo }: Asked, process: Process['id']) {
  const [times, latest] = [await timesRefreshed(db, request), await latestChangeIn(db, process)]
  const { country, language, voice } = filters
  return latest && JSON.stringify([request, country, language, voice, blindTo, times, latest])
}

/** What a map counts; the map must be up to date. */
export async function readCounts(db: MapDb, asked: Asked, process: Process['id']): Promise<Counted> {
  const answer = answersOf.get(db) ?? remember<Counted>()
  answersOf.set(db, answer)
  return answer((await keyOf(db, asked, process)) || undefined, async () => {
    const [counts, countries, commented] = await Promise.all([
      listCounts(db, asked),
      listCountries(db, asked),
      listCommented(db, asked),
    ])
    return { counts, countries, commented }
  })
}

import { newId } from '../../platform/id.ts'
import { type Instant, parseInstant } from '../../platform/time.ts'
import { testApp } from '../../testing.ts'

const instant = (text: string): Instant => {
  const found = parseInstant(text)
  if (!found) throw new Error(`${text} is no time.`)
  return found
}

export const times = {
  before: instant('2026-03-01T12:00:00Z'),
  during: instant('2026-03-05T12:00:00Z'),
  end: instant('2026-03-20T17:00:00Z'),
}

/** A deliberation as its form is filled in. */
export const deliberationForm = {
  title: 'How long should updates last?',
  intro: 'Say what you agree with.',
  language: 'en',
  zone: 'UTC',
  opens: '2026-03-02T09:00',
  closes: '2026-03-20T17:00',
  electorate: 'anyone',
  allowed: '',
  request: '',
  issue: '',
}

/** A house with a published process of two issues, and somebody who may prepare in it; for tests only. */
export async function openHouse() {
  const house = await testApp()
  const process = newId<'process'>(times.before.getTime())
  const { db } = house.services
  await db
    .insertInto('processes.process')
    .values({
      ...{ id: process, slug: 'devices', name: 'Devices', scope: '', docket_prefix: 'EX', zone: 'UTC' },
      ...{ outcome_character: 'best-practice', binding: 'voluntary', convenor: null },
      ...{ created_at: times.before, published_at: times.before },
    })
    .execute()
  const issues = ['Support period', 'Labels'].map((title, at) => ({
    ...{ id: newId<'issue'>(times.before.getTime()), process_id: process },
    ...{ number: at + 1, title, description: '' },
  }))
  await db.insertInto('processes.issue').values(issues).execute()
  const secretary = await house.signInAs({ role: 'secretariat', process })
  const list = '/processes/devices/deliberations'
  const here = `${list}/1`

  /** A deliberation that is announced, while the clock stands within its time. */
  async function announce(more: Partial<typeof deliberationForm> = {}) {
    const made = await house.post(list, { ...deliberationForm, ...more }, secretary.cookie)
    const at = String(made.headers.location)
    await house.post(`${at}/publish`, {}, secretary.cookie)
    house.setTime(times.during)
    return at
  }
  /** Posts statements, one on each line. */
  const seed = (at: string, texts: string, issue = '') =>
    house.post(`${at}/seed`, { texts, issue }, secretary.cookie)
  const kinds = async () =>
    (await db.selectFrom('record.entry').select('kind').orderBy('written').execute()).map(({ kind }) => kind)
  return { house, db, process, secretary, list, here, announce, seed, kinds }
}

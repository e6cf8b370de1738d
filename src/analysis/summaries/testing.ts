import { hash } from 'node:crypto'
import type { ExcerptId } from '../coding/model.ts'
import { openBench } from '../coding/testing.ts'

const cookieOf = (key: string) => ({ person: '' as never, cookie: `comment-key=${key}` })

/** What stands in a hidden field of a page. */
export const fieldIn = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

/** A bench with comments that are coded on the first issue; for tests only. */
export async function openSummaries() {
  const bench = await openBench()
  const base = `/requests/${bench.request.docket}/summaries`
  const draft = `${base}/1/draft`
  let keys = 0
  const moderator = await bench.hire('secretariat')

  /** A posted comment of which all is coded with this position; answers its number, its key and the excerpt. */
  async function say(words: string, said: Parameters<typeof bench.mark>[3], group = 'users') {
    keys += 1
    const key = `ABCDE-FGH12-34567-${String(89_000 + keys)}`
    const keyHash = hash('sha256', `parley code\0${key}`, 'buffer')
    const number = await bench.post([words], { group, keyHash })
    const excerpt = await bench.mark(bench.ada, number, words, said)
    return { number, excerpt, holder: cookieOf(key), words }
  }

  async function add(text: string, cites: readonly ExcerptId[], who = bench.ada) {
    const form = new URLSearchParams({ text })
    for (const one of cites) form.append('cites', one)
    return bench.house.app.inject({
      method: 'POST',
      url: `${draft}/sentences/new`,
      headers: {
        accept: 'text/html',
        cookie: who.cookie,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: form.toString(),
    })
  }

  async function publish(more: Readonly<Record<string, string>> = {}) {
    const page = await bench.get(`${draft}/publish`, bench.chair)
    const usual = { until: '2026-03-05', inSpite: 'Seen and meant.', changes: 'Clearer now.' }
    const seen = fieldIn(page.body, 'seen')
    return bench.send(`${draft}/publish`, { seen, ...usual, ...more }, bench.chair)
  }

  const contestIds = async () => {
    const rows = await bench.db.selectFrom('analysis.contest').select('id').orderBy('at').execute()
    return rows.map(({ id }) => id)
  }
  /** The ids of sentences as the form of a contest offers them. */
  const offered = async (one: Awaited<ReturnType<typeof say>>) => {
    const page = await bench.get(`/comments/${one.number}/contests`, one.holder)
    return [
      ...page.body.matchAll(/name="about"[^>]*?value="([^"]+)"|value="([^"]+)"[^>]*?name="about"/g),
    ].map(([, first, second]) => first ?? second ?? '')
  }
  const contest = async (one: Awaited<ReturnType<typeof say>>, words: string, at = 0) =>
    bench.send(
      `/comments/${one.number}/contests`,
      { about: (await offered(one)).at(at) ?? '', words },
      one.holder,
    )
  return { ...bench, base, draft, moderator, say, add, publish, contest, contestIds, offered }
}

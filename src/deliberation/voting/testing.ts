import { openHouse } from '../deliberations/testing.ts'

/** What a browser keeps of an answer. */
export const codeOf = (answer: { cookies: readonly { name: string; value: string }[] }): string =>
  answer.cookies.find(({ name }) => name === 'deliberation-code')?.value ?? ''

/** An open deliberation with three statements; for tests only. */
export async function openVoting() {
  const bench = await openHouse()
  const here = await bench.announce()
  await bench.seed(here, 'Updates for ten years.\nLabels must say so.')
  await bench.seed(here, 'Only an expert knows this.', '2')
  const { house } = bench
  const cookieOf = (code: string) => (code ? `deliberation-code=${code}` : undefined)
  const get = (url: string, code = '') => house.get(url, cookieOf(code))
  const post = (url: string, form: Readonly<Record<string, string>>, code = '') =>
    house.post(url, form, cookieOf(code))
  const vote = (statement: number, word: string, code = '', more: Readonly<Record<string, string>> = {}) =>
    post(`${here}/vote`, { statement: String(statement), vote: word, ...more }, code)
  /** A new voter with a code of their own. */
  const arrive = async () => codeOf(await get(`${here}/vote`))
  const rows = (table: 'vote' | 'vote_log' | 'participant') =>
    bench.db.selectFrom(`deliberation.${table}`).selectAll().execute()
  const votedIn = (answer: { headers: Record<string, unknown> }) =>
    /voted=([0-9a-f-]{36})/.exec(String(answer.headers['location']))?.[1] ?? ''
  return { ...bench, at: here, get, post, vote, arrive, rows, votedIn }
}

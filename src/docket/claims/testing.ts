import { after, type Instant, parseInstant } from '../../platform/time.ts'
import type { RequestForComment } from '../../requests/index.ts'
import { testApp } from '../../testing.ts'
import type { Arrival } from '../comments/model.ts'
import { arrivalAt, decideAs, openRequest, receive } from '../posting/testing.ts'

const opens = parseInstant('2026-02-26T12:00:00Z') as Instant
const noon = parseInstant('2026-03-01T12:00:00Z') as Instant

/** The whole house with one open request; for tests only. */
export async function openClaims() {
  const house = await testApp({ contact: 'office@example.org' })
  const { db } = house.services
  const request: RequestForComment = await openRequest(db, { opens })
  const lettersTo = async (email: string): Promise<string[]> => {
    const all = db.selectFrom('platform.mail').selectAll().where('recipient', '=', email)
    return (await all.orderBy('id').execute()).map(({ subject, body }) => `${subject}\n${body}`)
  }
  return {
    ...{ house, db, request, lettersTo },
    /** The path of the first link in the letters to this address. */
    linkTo: async (email: string): Promise<string> => {
      const letter = (await lettersTo(email)).join('\n')
      return /http:\/\/localhost:3000(\/(?:claims|sent)\/\S+)/.exec(letter)?.[1] ?? 'no link'
    },
    later: (minutes: number) => house.setTime(after(noon, minutes * 60_000)),
    take: async (said: Partial<Arrival> = {}): Promise<string> =>
      (await receive(db, [arrivalAt(request, said)]))[0] ?? '',
    post: (number: string) => decideAs(db, request, number, { act: 'post' }),
    /** Sends a form as a browser at this address does. */
    send: (url: string, form: Readonly<Record<string, string>>, remoteAddress = '127.0.0.1') =>
      house.app.inject({
        method: 'POST',
        url,
        remoteAddress,
        headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(form).toString(),
      }),
  }
}

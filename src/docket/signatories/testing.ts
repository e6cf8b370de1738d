import { after, type Instant, parseInstant } from '../../platform/time.ts'
import { testApp } from '../../testing.ts'
import type { Arrival } from '../comments/model.ts'
import { hashOfCode, newCode } from '../comments/secrets.ts'
import { answerTo, arrivalAt, decideAs, openRequest, receive } from '../posting/testing.ts'
import { sendSignatureLetters } from './letters/send-letters.ts'

const opens = parseInstant('2026-02-26T12:00:00Z') as Instant
const noon = parseInstant('2026-03-01T12:00:00Z') as Instant

/** The whole house with one open request and letters that go at once; for tests only. */
export async function openSignatories() {
  const house = await testApp()
  const { db } = house.services
  const request = await openRequest(db, { opens })
  const lettersTo = async (email: string): Promise<string[]> => {
    const all = db.selectFrom('platform.mail').selectAll().where('recipient', '=', email)
    return (await all.orderBy('id').execute()).map(({ subject, body }) => `${subject}\n${body}`)
  }
  return {
    ...{ house, db, request, lettersTo },
    later: (hours: number) => house.setTime(after(noon, hours * 3_600_000)),
    mail: async () => {
      let sent = 0
      for (let now = 1; now > 0; sent += now) now = await sendSignatureLetters(house.services)
      return sent
    },
    /** The path of the last link in the letters to this address. */
    linkTo: async (email: string): Promise<string> => {
      const letter = (await lettersTo(email)).at(-1) ?? ''
      return /http:\/\/localhost:3000(\/sign\/\S+)/.exec(letter)?.[1] ?? '/no-link'
    },
    /** A comment of three: its sender, one with an address, and whoever else is named. */
    take: async (said: Partial<Arrival> = {}) => {
      const key = newCode()
      const arrival = arrivalAt(request, {
        particulars: { name: 'Ada Example', organisation: 'Lock Forum', email: 'ada@example.org' },
        keyHash: hashOfCode(key),
        ...said,
      })
      const number = (await receive(db, [arrival]))[0] ?? ''
      return { number, key, cookie: `comment-key=${key}` }
    },
    post: (number: string) => decideAs(db, request, number, { act: 'post' }),
    nameless: (text: string) => [answerTo(request, 1, text, 'without-name')],
  }
}

export const text = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

import { randomUUID } from 'node:crypto'
import { openIntakeApp, openRequest } from './testing.tsx'

type Form = Record<string, string>

export function multipart(fields: Form, files: { name: string; bytes: Uint8Array | string }[] = []) {
  const mark = `----${randomUUID()}`
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${mark}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const chunks = parts.map((part) => Buffer.from(part))
  for (const { name, bytes } of files) {
    const head = `--${mark}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
    chunks.push(Buffer.from(head), Buffer.from(bytes), Buffer.from('\r\n'))
  }
  const payload = Buffer.concat([...chunks, Buffer.from(`--${mark}--\r\n`)])
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${mark}` } }
}

/** A comment with nothing to mend, as the form sends it. */
export const whole = (changes: Form = {}): Form => ({
  key: randomUUID(),
  'answer-1': 'Ten years.\r\n\r\nAnd say so on the box.',
  publication: 'with-name',
  group: 'academia',
  name: 'Ada Example',
  language: 'en',
  act: 'submit',
  ...changes,
})

export const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
export const cookiesOf = (answer: { cookies: readonly { name: string; value: string }[] }): Form =>
  Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]))

/** The pages of intake with one open request, and a sender whose browser takes cookies. */
export async function openIntakePages() {
  const house = await openIntakeApp()
  const open = await openRequest(house.database)
  const address = `/requests/${open.docket}/comment`
  const get = (url: string, cookies: Form = {}) => house.app.inject({ method: 'GET', url, cookies })
  const post = (fields: Form, { files = [] as Parameters<typeof multipart>[1], cookies = {} as Form } = {}) =>
    house.app.inject({ method: 'POST', url: address, cookies, ...multipart(fields, files) })
  return {
    ...{ house, open, address, get, post },
    postForm: (url: string, fields: Form, cookies: Form = {}) =>
      house.app.inject({
        method: 'POST',
        url,
        cookies,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(fields).toString(),
      }),
    count: async () => (await house.db.selectFrom('docket.comment').select('id').execute()).length,
    reset: () => house.clock.set('2026-03-10T12:00:00Z'),
    submit: async (changes: Form = {}) => {
      const sent = await post(whole(changes), { cookies: { draft: 'x' } })
      if (sent.statusCode !== 303) throw new Error(`${sent.statusCode}: ${sent.body}`)
      const cookies = cookiesOf(sent)
      const url = String(sent.headers.location)
      const key = cookies['comment-key'] ?? ''
      return { url, number: url.split('/')[2] ?? '', key, cookies, page: await get(url, cookies) }
    },
  }
}

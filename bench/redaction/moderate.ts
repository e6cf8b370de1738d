import { randomUUID } from 'node:crypto'
import type { Case } from './cases.ts'
import type { House } from './house.ts'

/** What became of a file: offered, or why not. */
export type Fate = 'offered' | 'marked' | 'found' | 'unsearchable'

const fieldIn = (html: string, name: string) =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="${name}"`)
    .exec(html)
    ?.slice(1)
    .join('') ?? ''

/** Sends a comment that tells of every secret and brings the files, by the form that everyone has. */
export async function sendComment({ product, docket }: House, cases: readonly Case[]): Promise<string> {
  const form = new FormData()
  const secrets = cases.map(({ secret }) => `Ask ${secret} about it.`).join('\n\n')
  const fields = { key: randomUUID(), 'free-text': secrets, publication: 'with-name', name: 'Ada Example' }
  for (const [name, text] of Object.entries({
    ...fields,
    language: 'en',
    group: 'not-stated',
    act: 'submit',
  }))
    form.set(name, text)
  for (const { name, bytes } of cases) form.append('files', new Blob([Buffer.from(bytes)]), name)
  const answer = await fetch(`${product.url}/requests/${docket}/comment`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
  })
  const page = await answer.text()
  const number = new RegExp(`${docket}-\\d+`).exec(`${answer.headers.get('location')} ${page}`)?.[0]
  if (!number) throw new Error(`The comment was not taken: ${answer.status} ${textOf(page).slice(0, 2000)}`)
  return number
}

export const textOf = (html: string) =>
  html
    .replace(/<(?:script|style).*?<\/(?:script|style)>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

async function mark({ post }: House, desk: string, cases: readonly Case[]): Promise<void> {
  for (const { secret } of cases) {
    const answer = await post(`${desk}/marks`, { words: secret, reason: 'personal-information' })
    if (answer.status !== 303)
      throw new Error(`Nothing was marked: ${answer.status} ${textOf(await answer.text()).slice(0, 1500)}`)
  }
}

/** Which files the page names as giving something away, in the sentences of its summary. */
function fatesTold(page: string): Map<number, Fate> {
  const told = new Map<number, Fate>()
  const sentences = [...page.matchAll(/<a href="#files">([^<]*)<\/a>/g)].map(([, text = '']) => text)
  for (const sentence of sentences) {
    const number = Number(/attachment (\d+)/.exec(sentence)?.[1])
    const fate = sentence.includes('cannot be searched') ? 'unsearchable' : 'found'
    if (number && told.get(number) !== 'found') told.set(number, fate)
  }
  return told
}

/** Marks the words, posts, holds back whatever the page names, and posts again: what a careful moderator does. */
export async function moderate(house: House, number: string, cases: readonly Case[]): Promise<Fate[]> {
  const desk = `/comments/${number}/redaction`
  await mark(house, desk, cases)
  const fates = new Map<number, Fate>()
  for (let round = 0; round < 3; round += 1) {
    const page = await house.page(desk)
    const order = { seen: fieldIn(page, 'seen'), marks: fieldIn(page, 'marks') }
    const answer = await house.post(`${desk}/post`, order)
    if (answer.status === 303) return cases.map((_, at) => fates.get(at + 1) ?? 'offered')
    const told = fatesTold(await answer.text())
    for (const [attachment, fate] of told) {
      fates.set(attachment, fate)
      const held = await house.post(`${desk}/files`, {
        number: String(attachment),
        reason: 'personal-information',
      })
      if (held.status !== 303) throw new Error(`A file was not held back: ${held.status}`)
    }
  }
  throw new Error(`${number} could not be posted.`)
}

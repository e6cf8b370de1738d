import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Visitor } from './kit/browser.ts'
import { type Held, sendSigned } from './kit/comment.ts'
import { convene, docket, fillIn, noon } from './kit/convene.ts'
import { examine, visit } from './kit/examine.ts'
import { type House, openHouse } from './kit/house.ts'
import { enter, giveRole } from './kit/people.ts'
import { download, follow, pressButton, wordsOf } from './kit/steps.ts'

const list = '/processes/updates-for-connected-devices/deliberations'
const here = `${list}/1`
const phone = { width: 360, height: 740 }
const sentences = [
  'Every box should name the date until which updates come.',
  'Makers should pay for updates as long as a device works.',
  'Ten years of updates is the least that we may ask.',
  'Repair shops should get updates as makers do.',
  'Buyers should decide for themselves how long they want updates.',
  'Small makers may promise less than large ones.',
  'Updates beyond five years cost more than they are worth.',
  'A label from the state would help nobody at all.',
]
const groups = ['Users', 'Private sector', 'Government'] as const
type Word = 'agree' | 'disagree' | 'pass'

/** Users and makers want opposite things but for the first; governments stand in between. */
function wordOf(group: number, who: number, statement: number): Word {
  if ((who * 5 + statement * 3) % 11 === 0) return 'pass'
  if (statement === 0) return 'agree'
  const strict = statement < 4
  if (group === 2) return (statement + who) % 2 === 0 ? 'agree' : 'disagree'
  return strict === (group === 0) ? 'agree' : 'disagree'
}

/** A phone that sends what the page's form sends, and keeps its cookie. */
async function voteByForm(url: string, words: readonly Word[], group?: string): Promise<void> {
  const arrived = await fetch(`${url}${here}/vote`)
  const cookie = arrived.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const send = (way: string, form: Record<string, string>) =>
    fetch(`${url}${here}/${way}`, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { cookie },
      redirect: 'manual',
    })
  for (const [at, vote] of words.entries())
    expect((await send('vote', { statement: String(at + 1), vote })).status).toBe(303)
  if (group) expect((await send('about-you', { group })).status).toBe(303)
}

/** Reads the results anew until they say so: they follow the votes by seconds. */
async function readUntil({ page }: Visitor, path: string, said: string): Promise<string> {
  await page.goto(path)
  for (let tries = 0; tries < 80 && !(await wordsOf(page)).includes(said); tries += 1) {
    await page.waitForTimeout(500)
    await page.reload()
  }
  const words = await wordsOf(page)
  expect(words).toContain(said)
  return words
}

describe.each([
  { how: 'without script', script: false },
  { how: 'with script', script: true },
])('Votes that look coordinated, $how:', ({ script }) => {
  let house: House
  let zoe: Visitor
  let sam: Visitor
  let reader: Visitor
  let held: Held

  beforeAll(async () => {
    house = await openHouse()
    zoe = await house.visitor({ script })
    await convene(house, zoe.page)
    sam = await enter(house, 'sam@example.org', 'Sam Example', { script })
    await giveRole(zoe.page, 'Sam Example', 'secretariat')
    reader = await house.visitor({ script })
    held = await sendSigned(reader.page, docket, {
      text: sentences.join(' '),
      name: 'Mara Example',
      email: 'mara@example.org',
    })
    await zoe.page.goto(`/requests/${docket}/queue`)
    await pressButton(zoe.page, 'Post comment')
  })
  afterAll(() => house?.close())

  test('statements are lifted from a comment of the docket', async () => {
    const { page } = sam
    await page.goto(list)
    await follow(page, 'New deliberation')
    await fillIn(page, {
      Title: 'How long should updates last?',
      Introduction: 'Say what you agree with.',
      Opens: noon(-1),
      Closes: noon(20),
    })
    await pressButton(page, 'Save as draft')
    await pressButton(page, 'Announce the deliberation')
    for (const sentence of sentences) {
      await page.goto(`/comments/${held.number}`)
      await follow(page, 'Make a statement for “How long should updates last?”')
      await page.getByLabel('Words of the comment it comes from').fill(sentence)
      await page.getByLabel('The statement').fill(sentence)
      await pressButton(page, 'Post this statement')
    }
    await page.goto(`${here}/statements`)
    expect((await wordsOf(page)).split(`from contribution ${held.number}`)).toHaveLength(9)
  })

  test('three stakeholder groups vote on phones', async () => {
    for (const [at, group] of groups.entries()) {
      const { page, close } = await house.visitor({ script })
      await page.setViewportSize(phone)
      await page.goto(here)
      await pressButton(page, 'Vote on statements')
      for (const _ of sentences) {
        const heading = await page.getByRole('heading', { level: 2 }).first().innerText()
        const statement = Number(/\d+/.exec(heading)?.[0]) - 1
        const word = wordOf(at, 0, statement)
        await pressButton(page, new RegExp(`^${word}$`, 'i'))
      }
      expect(await wordsOf(page)).toContain('You have seen every statement.')
      await follow(page, 'Say which group you belong to.')
      await page.getByLabel(group).check()
      await pressButton(page, 'Save and go on')
      await close()
    }
    const slugs = ['users', 'private-sector', 'government']
    for (let who = 1; who < 12; who += 1)
      for (const [group, slug] of slugs.entries())
        await voteByForm(
          house.product.url,
          sentences.map((_, at) => wordOf(group, who, at)),
          slug,
        )
  }, 120_000)

  test('groups appear, and nobody is flagged', async () => {
    const said = await readUntil(reader, `${here}/opinions`, '36 people cast 288 votes')
    expect(said).toContain('What group B stands for')
    expect(said).toContain('Private sector')
    expect(said).not.toContain('flagged')
  })

  test('two hundred who vote the same are flagged, and the results are there with and without them', async () => {
    const block = sentences.map(
      (_, at): Word => (at % 3 === 2 ? 'disagree' : at === 0 ? 'disagree' : 'agree'),
    )
    for (let sent = 0; sent < 200; sent += 10)
      await Promise.all(Array.from({ length: 10 }, () => voteByForm(house.product.url, block)))
    const said = await readUntil(reader, `${here}/opinions`, '236 people cast 1,888 votes')
    expect(said).toContain('200 people are flagged')
    expect(said).toContain('200 people gave the same 8 votes')
    expect(said).toContain('All agree on this only with the flagged')
    await examine(reader, 'opinions-flagged')
    await follow(reader.page, 'Show them without the flagged')
    expect(await wordsOf(reader.page)).toContain('36 people cast 288 votes')
    await examine(reader, 'opinions-without')
  }, 120_000)

  test('the convenor sees what they have in common, and decides with a reason', async () => {
    await visit(sam, here, 'deliberation-for-convenor')
    await follow(sam.page, 'Votes that look coordinated')
    await examine(sam, 'defence')
    await pressButton(sam.page, 'Take them out of the flagged')
    expect(await wordsOf(sam.page)).toContain('Say why.')
    await examine(sam, 'defence-problem')
  })

  test('the table of votes opens in a spreadsheet, with everybody in it', async () => {
    await reader.page.goto(here)
    const text = await download(reader.page, 'All votes as a table (CSV)')
    expect(text.startsWith('\uFEFF')).toBe(true)
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[]
    expect(rows).toHaveLength(1888)
    expect(new Set(rows.map((row) => row['participant'])).size).toBe(236)
  })
})

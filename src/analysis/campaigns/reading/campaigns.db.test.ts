import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { fileOf, openFinding } from '../finding/testing.ts'

const finding = await openFinding()
const { house, post, take, withhold, find, campaigns, db } = finding
afterAll(finding.close)
beforeEach(() => finding.newRequest())

const letter =
  'I ask the ministry to require ten years of security updates for every connected device sold to homes, because people keep what they buy.'
const own = (word: string) => Array.from({ length: 40 }, (_, at) => `${word}${at}`).join(' ')
const plain = (html: string) =>
  html
    .replace(/<style.*?<\/style>|<[^>]*>/gs, ' ')
    .replaceAll('&#39;', '’')
    .replace(/\s+/g, ' ')
const listOf = () => `/requests/${finding.request().docket}/campaigns`
const pageOf = async (path: string) => (await house.get(path)).body
const firstCampaign = async () => `${listOf()}/${(await campaigns())[0]?.id}`

describe('the page of all campaigns', () => {
  test('says what will be there before anything is posted', async () => {
    expect(plain(await pageOf(listOf()))).toContain('Once comments are posted')
  })

  test('counts comments, texts, copies, stubs and names apart', async () => {
    const nameless = { answers: [{ text: letter, publication: 'without-name' as const }] }
    await post(letter, `${letter} Thanks.`, nameless, own('a'), own('b'), 'See attached.')
    await find()
    const told = JSON.parse(await pageOf(`/api${listOf()}`))
    expect(told).toMatchObject({ comments: 6, distinct: 3, campaigns: 1, copies: 3, stubs: 1, waiting: 0 })
    expect(told.signatories).toEqual({ none: 5, 'e-mail': 0, organisation: 0 })
    expect(told.list).toMatchObject([{ comments: 3, signatories: { none: 2 }, template: { text: letter } }])
    expect(plain(await pageOf(listOf()))).toContain('Campaign of 3 comments')
    expect(await pageOf(`${listOf()}.csv`)).toContain(letter)
  })

  test('shows how far the finder is', async () => {
    await post(letter, letter)
    await db
      .insertInto('analysis.to_read')
      .columns(['comment_id', 'request_id'])
      .expression((from) =>
        from
          .selectFrom('docket.comment')
          .select(['id', 'request_id'])
          .where('request_id', '=', finding.request().id),
      )
      .execute()
    expect(await pageOf(listOf())).toContain('2 comments are still to be compared, of 2.')
    await find()
    expect(await pageOf(listOf())).not.toContain('still to be compared')
  })

  test('takes a letter sent twice with one comment for no campaign', async () => {
    await post({
      answers: [{ text: letter, publication: 'with-name' }],
      attachments: [fileOf(letter, 'with-name')],
    })
    await find()
    expect(plain(await pageOf(listOf()))).toContain('No two comments')
  })
})

describe('the page of a campaign', () => {
  test('shows the words that all share, and what a variant adds and leaves out, for eye and ear', async () => {
    const long = `${letter} ${own('x')} ${own('y')}`
    const numbers = await post(long, long, `My name is Ada. ${long.replace(' sold to homes', '')}`)
    await find()
    const body = await pageOf(await firstCampaign())
    for (const number of numbers) expect(body).toContain(`/comments/${number}"`)
    expect(plain(body)).toMatch(/As in CAM-\S+ , the wording/)
    expect(body).toMatch(/<ins[^>]*>.*added: .*My name is Ada\..*<\/ins>/)
    expect(body).toMatch(/<del[^>]*>.*left out: .*sold to homes.*<\/del>/)
    expect(await pageOf(`${await firstCampaign()}/comments.csv`)).toContain(numbers[2])
    expect(JSON.parse(await pageOf(`/api${await firstCampaign()}`)).members).toHaveLength(3)
  })

  test('holds nothing of a comment from the moment it is withheld, and shows another’s words', async () => {
    const [first, second, third] = await post(letter, letter, `CANARY ${letter}`)
    await find()
    const path = await firstCampaign()
    await withhold(first)
    await withhold(third)
    const body = await pageOf(path)
    for (const page of [body, await pageOf(listOf()), await pageOf(`${listOf()}.csv`)]) {
      expect(page).not.toContain('CANARY')
      expect(page).not.toContain(first)
    }
    expect(plain(body)).toContain('This campaign has ended')
    expect(await pageOf(`/comments/${second}`)).not.toContain('in a campaign')
  })

  test('chooses another template at once where the chosen one is withheld', async () => {
    const said = `${letter} CANARY`
    const [one, two, three] = await post(said, said, said, letter, letter)
    await find()
    const path = await firstCampaign()
    expect(await pageOf(`/api${path}`)).toContain(`"text":"${letter} CANARY"`)
    for (const number of [one, two, three]) await withhold(number)
    const body = await pageOf(path)
    expect(body).not.toContain('CANARY')
    expect(plain(body)).toContain('Campaign of 2 comments')
  })

  test('says what became of a campaign that grew together with a larger one', async () => {
    const chain = (from: number) => Array.from({ length: 60 }, (_, at) => `w${from + at}`).join(' ')
    await post(chain(0), chain(1), chain(1), chain(11), chain(12))
    await find()
    const smaller = (await campaigns()).find(({ members }) => members.length === 2)
    await post(chain(6))
    await find()
    const body = await pageOf(`${listOf()}/${smaller?.id}`)
    expect(plain(body)).toContain('it grew together with a larger one')
    expect(body).toContain(await firstCampaign())
  })

  test.each(['nonsense', '00000000-0000-7000-8000-000000000000'])('is not there for “%s”', async (id) => {
    expect((await house.get(`${listOf()}/${id}`)).statusCode).toBe(404)
  })
})

test('the docket and each comment say what is a copy, what is not, and what points elsewhere', async () => {
  const [one, , alone, stub] = await post(letter, letter, own('c'), 'See attached, please.')
  const [waiting] = await take(letter)
  await find()
  const docket = plain(await pageOf(`/requests/${finding.request().docket}/comments`))
  expect(docket).toContain('4 comments, of which 2 are copies in 1 campaign')
  expect(await pageOf(`/comments/${one}`)).toContain('One of 2 comments in a campaign')
  expect(await pageOf(`/comments/${alone}`)).toContain('In no campaign')
  expect(await pageOf(`/comments/${stub}`)).toContain('Points elsewhere')
  expect(await pageOf(`/comments/${waiting}`)).not.toContain('campaign')
  expect((await house.get(`${listOf()}?lang=fr`)).body).toContain('Campagne de 2 contributions')
})

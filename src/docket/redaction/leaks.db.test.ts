import { zipSync } from 'fflate'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { RequestForComment } from '../../requests/index.ts'
import type { Arrival } from '../comments/model.ts'
import { answerTo } from '../posting/testing.ts'
import { openDesk, sentAs, textOf } from './testing.ts'

const opened = await openDesk()
const { db, file, send, mark, post, stateOf } = opened

let request: RequestForComment
beforeEach(async () => {
  request = await opened.newRequest()
})
afterAll(opened.close)

const receiveOne = (said: Partial<Arrival>) => opened.receiveOne(request, said)

describe('posting stops', () => {
  const zip = (parts: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])))
  const one = (said: Partial<Arrival>) =>
    receiveOne({
      answers: [answerTo(request, 1, 'Ask Rosalind.')],
      particulars: { name: 'Ada Example' },
      ...said,
    })

  test.each<[string, () => Partial<Arrival>, string]>([
    [
      'in another answer',
      () => ({ answers: [answerTo(request, 1, 'Ask Rosalind.'), answerTo(request, 2, 'Yes, ROSA-\nLIND.')] }),
      'in the answer to question 2, paragraph 1',
    ],
    [
      'in the text of an attachment',
      () => ({ attachments: [file('a.txt', 'A plan.', 'One.\n\nOf Rosalind.')] }),
      'in attachment 1, paragraph 2',
    ],
    [
      'in the name of a file',
      () => ({ attachments: [file('For Rosalind.txt', 'A')] }),
      'in the name of the file',
    ],
    [
      'in the bytes of a file',
      () => ({ attachments: [file('a.txt', 'by rósalind')] }),
      'in the file of attachment 1',
    ],
    [
      'in the properties of a document',
      () => ({
        attachments: [file('a.docx', zip({ 'docProps/core.xml': '<dc:creator>Rosalind</dc:creator>' }))],
      }),
      'in the file of attachment 1',
    ],
    [
      'between the runs of a document',
      () => ({
        attachments: [
          file('a.docx', zip({ 'word/comments.xml': '<w:p><w:t>Rosa</w:t><w:t>lind</w:t></w:p>' })),
        ],
      }),
      'in the file of attachment 1',
    ],
  ])('where the words stand %s, and says where', async (_where, said, sentence) => {
    const number = await one(said())
    await mark(number, 'Rosalind', { in: 'answer-1', paragraph: '1' })
    const { statusCode, body } = await post(number)
    expect(statusCode).toBe(422)
    expect(textOf(body)).toContain(sentence)
    expect((await post(number, { anyway: sentAs(body, 'anyway') })).statusCode).toBe(422)
    expect(await stateOf(number)).toBe('screening')
  })

  test('until the file is held back; then it is not offered', async () => {
    const number = await one({ attachments: [file('a.txt', 'by Rosalind')] })
    await mark(number, 'Rosalind')
    expect((await post(number)).statusCode).toBe(422)
    await send(number, 'files', { number: '1', reason: 'personal-information' })
    expect((await post(number)).statusCode).toBe(303)
    const rows = await db.selectFrom('docket.attachment').select('held_back').execute()
    expect(rows.at(-1)).toEqual({ held_back: true })
  })

  test.each<[string, () => Partial<Arrival>, string]>([
    ['inside a longer word', () => ({ answers: [answerTo(request, 1, 'Ask Ann.\n\nAnnually.')] }), 'Ann'],
    [
      'and say nothing by themselves',
      () => ({ answers: [answerTo(request, 1, 'So it is.\n\nSo it was.')] }),
      'So',
    ],
    [
      'in the sender’s own name',
      () => ({ answers: [answerTo(request, 1, 'Ask Example.')], particulars: { name: 'Ada Example' } }),
      'Example',
    ],
  ])('where they stand %s, until the moderator lets them stand', async (_where, said, words) => {
    const number = await receiveOne(said())
    await mark(number, words, { in: 'answer-1', paragraph: '1' })
    const { statusCode, body } = await post(number)
    expect(statusCode).toBe(422)
    expect((await post(number, { anyway: sentAs(body, 'anyway') })).statusCode).toBe(303)
  })

  test('where the text of a file could not be read, until the moderator lets it stand', async () => {
    const unread = { ...file('a.pdf', '%PDF-1.7 (Nobody) %%EOF'), extraction: { state: 'refused' as const } }
    const number = await one({ attachments: [unread] })
    await mark(number, 'Rosalind')
    const { statusCode, body } = await post(number)
    expect(statusCode).toBe(422)
    expect((await post(number, { anyway: sentAs(body, 'anyway') })).statusCode).toBe(303)
  })
})

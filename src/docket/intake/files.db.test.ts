import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { docxOf, paragraphXml } from '../../platform/files/testing.ts'
import { hidden, openIntakePages, whole } from './testing-pages.ts'

const pages = await openIntakePages()
const { house, get, post, submit } = pages
afterAll(() => house.close())
beforeEach(pages.reset)

describe('files', () => {
  test('are kept, read, and their text shown to the sender before anything is sent', async () => {
    const docx = docxOf(paragraphXml('Words inside a document.'))
    const shown = await post(whole({ act: 'upload' }), { files: [{ name: 'our view.docx', bytes: docx }] })
    expect(shown.statusCode, shown.body).toBe(200)
    expect(shown.body).toContain('our view.docx')
    expect(shown.body).toContain('Words inside a document.')
    const sent = await submit({ code: hidden(shown.body, 'code'), key: hidden(shown.body, 'key') })
    const rows = await house.db.selectFrom('docket.attachment').selectAll().execute()
    expect(rows.at(-1)).toMatchObject({ name: 'our view.docx', extraction: 'done', publication: 'with-name' })
    const receipt = await get(`/comments/${sent.number}/receipt.txt`, sent.cookies)
    expect(receipt.body).toContain('| file our view.docx')
  })

  test('of a kind that is not taken, empty, or not what they say are named, and the rest is kept', async () => {
    const back = await post(whole({ act: 'upload', 'free-text': 'Kept words' }), {
      files: [
        { name: 'good.txt', bytes: 'Plain words.' },
        { name: 'tool.exe', bytes: 'MZ\x90\0\x03' },
        { name: 'empty.txt', bytes: '' },
        { name: 'lie.pdf', bytes: 'PK\x03\x04 zip' },
      ],
    })
    expect(back.statusCode).toBe(422)
    for (const name of ['tool.exe', 'empty.txt', 'lie.pdf']) expect(back.body).toContain(name)
    expect(back.body).toContain('good.txt')
    expect(back.body).toContain('Kept words')
  })

  test('can be taken away again', async () => {
    const shown = await post(whole({ act: 'upload' }), { files: [{ name: 'a.txt', bytes: 'Words.' }] })
    const id = /value="(remove:[^"]+)"/.exec(shown.body)?.[1] ?? ''
    const without = await post(whole({ act: id, code: hidden(shown.body, 'code') }))
    expect(without.body).not.toContain('a.txt')
  })
})

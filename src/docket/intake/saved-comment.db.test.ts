import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { after } from '../../platform/time.ts'
import { clearDrafts } from './clear-drafts.ts'
import { cookiesOf, hidden, openIntakePages, whole } from './testing-pages.ts'

const pages = await openIntakePages()
const { house, address, get, post, postForm, submit } = pages
afterAll(() => house.close())
beforeEach(pages.reset)

describe('a saved comment', () => {
  const resume = (code: string) => postForm('/resume', { code })

  test('is opened with its code, and its words cannot be read without it', async () => {
    const saved = await post(whole({ act: 'save', 'free-text': 'Half a thought' }))
    const code = /class="parley-secret">([^<]+)</.exec(saved.body)?.[1] ?? ''
    expect(saved.body).toContain('It has not been sent.')
    const opened = await resume(code.toLowerCase())
    expect(opened.statusCode).toBe(303)
    const form = await get(String(opened.headers.location), cookiesOf(opened))
    expect(form.body).toContain('Half a thought')
    const rows = await house.db.selectFrom('docket.draft').selectAll().execute()
    const kept = rows.map(
      ({ sealed, resume_hash }) => `${sealed?.toString('latin1')}${resume_hash.toString('latin1')}`,
    )
    expect(kept.join('')).not.toContain('Half a thought')
    expect(kept.join('')).not.toContain(code)
  })

  test('keeps its key, so that sending it twice makes one comment; and is empty once sent', async () => {
    const saved = await post(whole({ act: 'save' }))
    const [code, key] = [hidden(saved.body, 'code'), hidden(saved.body, 'key')]
    const sent = await submit({ code, key })
    const opened = await resume(code)
    expect(opened.statusCode).toBe(422)
    expect(opened.body).toContain(`This comment was sent already, as ${sent.number}`)
    const rows = await house.db
      .selectFrom('docket.draft')
      .selectAll()
      .where('comment_id', 'is not', null)
      .execute()
    expect(rows.every(({ sealed }) => sealed === null)).toBe(true)
    expect((await submit({ code, key })).number).toBe(sent.number)
  })

  test('sent again with other words tells that these were not taken, and hands them back', async () => {
    const saved = await post(whole({ act: 'save' }))
    const [code, key] = [hidden(saved.body, 'code'), hidden(saved.body, 'key')]
    const sent = await submit({ code, key })
    const edited = await post(whole({ act: 'submit', code, key, 'free-text': 'On second thoughts' }))
    expect(edited.statusCode).toBe(422)
    expect(edited.body).toContain(`it was taken as ${sent.number}`)
    expect(edited.body).toContain('On second thoughts')
    expect(hidden(edited.body, 'code')).not.toBe(code)
    expect(hidden(edited.body, 'key')).not.toBe(key)
  })

  test('is deleted once nobody came back to it for ninety days, and a sent one keeps its number', async () => {
    const left = hidden((await post(whole({ act: 'save', 'free-text': 'Left alone' }))).body, 'code')
    const sent = hidden((await post(whole({ act: 'save' }))).body, 'code')
    await submit({ code: sent, key: hidden((await post(whole({ act: 'save', code: sent }))).body, 'key') })
    const clock = (days: number) => ({ now: () => after(house.clock.now(), days * 24 * 60 * 60 * 1000) })
    await clearDrafts({ db: house.db, clock: clock(89) })
    expect((await resume(left)).statusCode).toBe(303)
    await clearDrafts({ db: house.db, clock: clock(91) })
    expect((await resume(left)).statusCode).toBe(422)
    expect((await resume(sent)).body).toContain('was sent already')
  })

  test('that was sent takes no more: whatever is added, taken away or saved in a second tab is handed back', async () => {
    const upload = { files: [{ name: 'first.txt', bytes: 'Words.' }] }
    const shown = await post(whole({ act: 'upload' }), upload)
    const mine = { code: hidden(shown.body, 'code'), key: hidden(shown.body, 'key') }
    const removal = /value="(remove:[^"]+)"/.exec(shown.body)?.[1] ?? ''
    const sent = await submit(mine)
    for (const act of ['upload', 'check', 'save', removal, 'submit']) {
      const files = act === 'save' || act === removal ? [] : [{ name: 'second.txt', bytes: 'More words.' }]
      const told = await post(whole({ ...mine, act }), { files })
      expect(told.statusCode, act).toBe(422)
      expect(told.body, act).toContain(`it was taken as ${sent.number}`)
      expect(told.body.includes('second.txt'), act).toBe(files.length > 0)
      const further = await submit({ code: hidden(told.body, 'code'), key: hidden(told.body, 'key') })
      expect(further.number, act).not.toBe(sent.number)
      const receipt = await get(`/comments/${further.number}/receipt.txt`, further.cookies)
      expect(receipt.body.includes('| file second.txt'), act).toBe(files.length > 0)
    }
  })

  test('sent twice with the same file is one comment', async () => {
    const form = whole({ act: 'submit', code: hidden((await get(address)).body, 'code') })
    const upload = { files: [{ name: 'same.txt', bytes: 'Words.' }], cookies: { draft: 'x' } }
    const [first, second] = [await post(form, upload), await post(form, upload)]
    expect([first.statusCode, second.statusCode]).toEqual([303, 303])
    expect(second.headers.location).toBe(first.headers.location)
  })

  test('is autosaved while it is written, and the form opens with it again', async () => {
    const first = await get(address)
    const code = hidden(first.body, 'code')
    const saved = await postForm(`${address}/draft`, whole({ code, 'free-text': 'Saved on a pause' }))
    expect(saved.statusCode).toBe(204)
    expect((await get(address, cookiesOf(saved))).body).toContain('Saved on a pause')
  })

  test('is unknown under another code', async () => {
    expect((await resume('00000-00000-00000-00000')).body).toContain('No saved comment has this code.')
    expect((await resume('nonsense')).statusCode).toBe(422)
  })
})

import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse } from '../testing-house.ts'

const house = await openHouse()
const { app, post, get, makeDraft, makePublished, found } = house
afterAll(house.close)
beforeEach(house.reset)

function multipart(fields: Record<string, string>, file?: { name: string; bytes: string }) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([file?.bytes ?? '']), file?.name ?? '')
  return new Response(form)
}
async function addPaper(
  docket: string,
  fields: Record<string, string>,
  file?: { name: string; bytes: string },
) {
  const body = multipart(fields, file)
  const headers = { 'content-type': body.headers.get('content-type') ?? '' }
  const payload = Buffer.from(await body.arrayBuffer())
  return app.inject({ method: 'POST', url: `/requests/${docket}/papers`, headers, payload })
}

describe('background papers', () => {
  test('are links or files, and come back as they were sent', async () => {
    const docket = await makeDraft()
    const link = await addPaper(docket, { title: 'A study', url: 'https://example.org/study' })
    expect(link.statusCode).toBe(303)
    const file = await addPaper(
      docket,
      { title: 'Notes', url: '' },
      { name: 'notes.txt', bytes: 'Some notes.' },
    )
    expect(file.statusCode).toBe(303)
    const { papers } = await found(docket)
    expect(papers.map(({ title }) => title)).toEqual(['A study', 'Notes'])
    const kept = await get(`/requests/${docket}/papers/${papers[1]?.id}`)
    expect(kept.body).toBe('Some notes.')
    expect(kept.headers['content-disposition']).toContain('attachment')
    await post(`/requests/${docket}/papers/${papers[0]?.id}/remove`, {})
    expect((await found(docket)).papers).toHaveLength(1)
  })

  test.each([
    [{ title: 'X', url: 'javascript:alert(1)' }, undefined, 'whole address'],
    [{ title: 'X', url: '' }, undefined, 'choose a file'],
    [{ title: '', url: 'https://example.org/kept' }, undefined, 'Enter the title of the paper'],
    [{ title: 'X', url: '' }, { name: 'paper.pdf', bytes: 'no pdf' }, 'not what its name says'],
  ])('%j are asked for again', async (fields, file, sentence) => {
    const docket = await makeDraft()
    const wrong = await addPaper(docket, fields, file)
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain(sentence)
    expect((await found(docket)).papers).toHaveLength(0)
  })

  test('stay as they are once the request is public', async () => {
    const docket = await makePublished()
    await addPaper(docket, { title: 'Late', url: 'https://example.org/' })
    expect((await found(docket)).papers).toHaveLength(0)
  })
})

import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { operator } from '../../participants/index.ts'
import { sharedData } from '../../platform/testing/shared-data.ts'
import { findRequest, publishBareRequest } from '../../requests/index.ts'
import { requestOfDocket } from './request-of-docket.ts'
import { openImporting } from './testing.ts'

const house = await openImporting()
const { db, services, files, written, bring, comments } = house
afterAll(house.close)
beforeEach(() => {
  house.newRequest()
})
const samples = sharedData('regsgov-api')

interface Said {
  id?: string
  comment?: string
  [attribute: string]: unknown
}

/** One answer as the API gives it. */
function answer({ id = 'EX-2020-0031-0002', ...attributes }: Said, included: unknown[] = []): string {
  const all = { comment: 'Yes.', documentType: 'Public Submission', fileFormats: null, ...attributes }
  return JSON.stringify({ data: { id, type: 'comments', attributes: all }, included })
}

const attachment = (fileUrl: string, size: number) => ({
  id: '1',
  type: 'attachments',
  attributes: { fileFormats: [{ fileUrl, format: 'txt', size }] },
})

const attachmentsHere = () =>
  db.selectFrom('docket.attachment').select(['name', 'bytes', 'extraction']).execute()

describe('answers of the regulations.gov API', () => {
  test.skipIf(!samples)(
    'bring one docket, three documents and five comments; listings are named',
    async () => {
      const report = await bring(samples ?? '')
      expect(report).toMatchObject({
        read: 13,
        imported: 5,
        dockets: 1,
        documents: 3,
        notices: 0,
        skipped: 0,
      })
      const { failed } = report as { failed: { place: string; reason: string }[] }
      expect(failed.map(({ place }) => place)).toEqual([
        'comment_found.json',
        'comment_not_found.json',
        'dockets_listing.json',
        'dockets_request_example.json',
      ])
      expect(failed.every(({ reason }) => /^A listing of .*cannot be imported/.test(reason))).toBe(true)
      expect(failed[2]?.reason).toContain('10 dockets out of 2,028')
      const taken = await comments()
      expect(taken.map(({ original_id }) => original_id?.slice(-4))).toEqual([
        '0002',
        '0003',
        '0004',
        '0005',
        '0008',
      ])
      expect(taken.map(({ organisation }) => organisation).filter(Boolean)).toHaveLength(3)
      expect(await bring(samples ?? '')).toMatchObject({ imported: 0, skipped: 9, failed: expect.any(Array) })
    },
  )

  test.skipIf(!samples)(
    'make the request of their docket, with its documents as background papers',
    async () => {
      const bare = await requestOfDocket(samples ?? '', files, services.clock.now())
      if ('refused' in bare) throw new Error(bare.refused)
      await publishBareRequest(db, operator, bare, services.clock.now())
      const request = await findRequest(db, bare.docket)
      expect(request).toMatchObject({
        deadline: { zone: 'America/New_York' },
        publishedAt: expect.anything(),
      })
      expect(request?.deadline.at.toISOString()).toBe('2020-09-15T03:59:59.000Z')
      expect(request?.papers).toHaveLength(3)
      expect(request?.papers[0]).toMatchObject({
        url: expect.stringContaining('https://www.regulations.gov/'),
      })
    },
  )

  test('take attachments from the files beside, and read their text', async () => {
    const url = 'https://downloads.regulations.gov/EX-2020-0031-0002/attachment_1.txt'
    const words = 'Ten years, and no less.'
    written('beside/EX-2020-0031-0002.json', answer({}, [attachment(url, words.length)]))
    const folder = written('beside/attachments/EX-2020-0031-0002/attachment_1.txt', words).replace(
      /\/attach.*/,
      '',
    )
    expect(await bring(folder)).toMatchObject({
      imported: 1,
      files: 1,
      filesMissing: 0,
      warnings: [],
      failed: [],
    })
    expect(await attachmentsHere()).toContainEqual({
      name: 'attachment_1.txt',
      bytes: 23,
      extraction: 'done',
    })
  })

  test('whose attachments are gone keep the comment, and name what is not in the import', async () => {
    const url = 'https://downloads.regulations.gov/EX-2020-0031-0003/attachment_1.pdf'
    const file = written(
      'gone/one.json',
      answer({ id: 'EX-3', comment: 'See attached.' }, [attachment(url, 9)]),
    )
    expect(await bring(file)).toMatchObject({
      imported: 1,
      filesMissing: 1,
      warnings: [{ row: 1, reason: expect.stringContaining('attachment_1.pdf” is not in the import') }],
    })
    const kept = await db
      .selectFrom('docket.imported_row')
      .select('attachments')
      .where('request_id', '=', house.request().id)
      .execute()
    expect(kept).toEqual([{ attachments: [url] }])
  })

  test('take no file of another comment for theirs, though it has the same name', async () => {
    const url = 'https://downloads.regulations.gov/EX-4/attachment_1.txt'
    written('mixed/attachments/attachment_1.txt', 'of somebody else')
    const folder = written('mixed/EX-4.json', answer({ id: 'EX-4' }, [attachment(url, 5)])).replace(
      /\/EX-4.*/,
      '',
    )
    expect(await bring(folder)).toMatchObject({
      imported: 1,
      filesMissing: 1,
      failed: [
        { row: 0, place: 'attachments/attachment_1.txt', reason: expect.stringContaining('No row names') },
      ],
    })
  })

  test('that were withdrawn there are not posted here', async () => {
    expect(await bring(written('out.json', answer({ withdrawn: true })))).toMatchObject({
      imported: 0,
      notices: 1,
    })
    expect(await comments()).toEqual([])
  })

  test('may come one a line', async () => {
    const lines = [answer({ id: 'L-1' }), answer({ id: 'L-2', comment: 'No.' })]
    expect(await bring(written('lines.jsonl', lines.join('\n')))).toMatchObject({ read: 2, imported: 2 })
  })
})

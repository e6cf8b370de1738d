import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../platform/db/testing.ts'
import type { Ref } from '../platform/ref.ts'
import { after } from '../platform/time.ts'
import {
  addConfidentialVersions,
  addExtraction,
  addVersion,
  addVersions,
  confidentialTexts,
  confidentialVersions,
  eraseTexts,
  eraseVersions,
  originalVersions,
  publishedText,
  publishedTexts,
  publishedVersions,
  publishVersions,
  type TextsTables,
  type TextVersion,
} from './index.ts'

const { db, close } = await testDatabase<TextsTables>()
afterAll(close)

const noon = new Date('2026-03-01T12:00:00Z')
const later = after(noon, 60_000)
const answer = (): Ref => ({ kind: 'answer', id: randomUUID() })
const inOne = <T>(work: Parameters<ReturnType<typeof db.transaction>['execute']>[0]) =>
  db.transaction().execute(work) as Promise<T>
const keep = (of: Ref, text: string, kind: 'original' | 'published' = 'original', at = noon) =>
  inOne<TextVersion>((tx) => addVersion(tx, { of, kind, language: 'en', text }, at))
const keepSecret = (of: Ref, text: string) =>
  inOne<TextVersion[]>((tx) => addConfidentialVersions(tx, [{ of, kind: 'original', text }], noon))

describe('a text version', () => {
  test('comes back as it was written, with the hash of its words', async () => {
    const text = 'Zwei Absätze.\n\n漢字 🦉\ttab'
    const { id } = await keep(answer(), text)
    const [version] = await originalVersions(db, [id])
    const sha256 = createHash('sha256').update(text).digest('hex')
    expect(version).toMatchObject({ id, language: 'en', createdAt: noon, content: { text, sha256 } })
  })

  test('is never changed, not even by its own writer', async () => {
    const { id } = await keep(answer(), 'As it was said.')
    const change = db.updateTable('texts.version').set({ text: 'As it was not.' }).where('id', '=', id)
    await expect(change.execute()).rejects.toThrow('never changed')
    const relabel = db.updateTable('texts.version').set({ kind: 'published' }).where('id', '=', id)
    await expect(relabel.execute()).rejects.toThrow('never changed')
    await expect(db.deleteFrom('texts.version').where('id', '=', id).execute()).rejects.toThrow(
      'never changed',
    )
    await expect(sql`truncate texts.version`.execute(db)).rejects.toThrow('never changed')
  })

  test('that is confidential is kept as firmly', async () => {
    const [version] = await keepSecret(answer(), 'Between us.')
    const rows = db.updateTable('texts.confidential_version').set({ text: 'x' })
    await expect(rows.execute()).rejects.toThrow('never changed')
    await expect(db.deleteFrom('texts.confidential_version').execute()).rejects.toThrow('never changed')
    expect(version?.content?.text).toBe('Between us.')
  })

  test('holds no byte that the database could not give back', async () => {
    await expect(keep(answer(), 'a\0b')).rejects.toThrow('cleaned')
    await expect(keep(answer(), 'a\ud800b')).rejects.toThrow('cleaned')
  })

  test('is gone when the transaction around it is', async () => {
    const of = answer()
    const broken = inOne(async (tx) => {
      await addVersion(tx, { of, kind: 'published', text: 'Never happened.' }, noon)
      throw new Error('Something else failed.')
    })
    await expect(broken).rejects.toThrow('Something else failed.')
    expect(await publishedText(db, of)).toBeUndefined()
  })
})

describe('many versions', () => {
  test('are kept in one go and answered in their order', async () => {
    const texts = Array.from({ length: 6000 }, (_, at) => ({
      of: answer(),
      kind: 'original' as const,
      text: `Comment ${at}`,
    }))
    const versions = await inOne<TextVersion[]>((tx) => addVersions(tx, texts, noon))
    expect(versions.map(({ content }) => content?.text)).toEqual(texts.map(({ text }) => text))
    expect(
      await originalVersions(
        db,
        versions.map(({ id }) => id),
      ),
    ).toHaveLength(6000)
  })

  test('none is none', async () => {
    expect(await inOne((tx) => addVersions(tx, [], noon))).toEqual([])
    expect(await publishedTexts(db, [])).toEqual([])
  })
})

describe('the public', () => {
  test('reads the newest published version and no original', async () => {
    const of = answer()
    await keep(of, 'With a telephone number.')
    expect(await publishedText(db, of)).toBeUndefined()
    await keep(of, 'First posting.', 'published')
    await keep(of, 'With a [redacted].', 'published', later)
    expect((await publishedText(db, of))?.content?.text).toBe('With a [redacted].')
  })

  test('never meets a confidential text by any of its ways in', async () => {
    const of = answer()
    const secret = await keepSecret(of, 'Trade secret.')
    const ids = secret.map(({ id }) => id)
    expect(await publishedTexts(db, [of])).toEqual([])
    expect(await publishedVersions(db, ids)).toEqual([])
    expect(await originalVersions(db, ids)).toEqual([])
    await expect(inOne((tx) => publishVersions(tx, ids, noon))).rejects.toThrow('confidential')
  })

  test('reads many at once, each by its own', async () => {
    const refs = [answer(), answer(), answer()]
    for (const [at, of] of refs.entries()) await keep(of, `Text ${at}`, 'published')
    const found = await publishedTexts(db, refs)
    expect(found.map(({ content }) => content?.text).sort()).toEqual(['Text 0', 'Text 1', 'Text 2'])
  })

  test('reads a text that was posted as it came, and what took it out of its file', async () => {
    const of: Ref = { kind: 'attachment', id: randomUUID() }
    const extraction = { text: 'From a file.', extractor: { name: 'unpdf', version: '1.8.1' }, warnings: [] }
    const added = await inOne<Awaited<ReturnType<typeof addExtraction>>>((tx) =>
      addExtraction(tx, extraction, { of, language: 'en', confidential: false }, noon),
    )
    const ids = 'version' in added ? [added.version.id] : []
    await inOne((tx) => publishVersions(tx, ids, later))
    expect(await publishedText(db, of)).toMatchObject({
      kind: 'published',
      extractor: { name: 'unpdf', version: '1.8.1' },
      content: { text: 'From a file.' },
    })
  })
})

describe('those entitled', () => {
  test('read confidential texts apart', async () => {
    const of = answer()
    const secret = await keepSecret(of, 'Trade secret.')
    expect(await confidentialTexts(db, [of])).toEqual(secret)
    expect(
      await confidentialVersions(
        db,
        secret.map(({ id }) => id),
      ),
    ).toEqual(secret)
  })

  test('find the text of a confidential file with the confidential texts', async () => {
    const of: Ref = { kind: 'attachment', id: randomUUID() }
    const extraction = {
      text: 'Secret file.',
      extractor: { name: 'mammoth', version: '1.13.0' },
      warnings: [],
    }
    await inOne((tx) => addExtraction(tx, extraction, { of, confidential: true }, noon))
    expect((await confidentialTexts(db, [of])).map(({ content }) => content?.text)).toEqual(['Secret file.'])
    expect(await publishedTexts(db, [of])).toEqual([])
  })
})

describe('erasing', () => {
  test('empties every version of a text, and its hash, and leaves tombstones', async () => {
    const of = answer()
    await keep(of, 'My address is …', 'published')
    await keepSecret(of, 'My address is …')
    expect(await inOne((tx) => eraseTexts(tx, [of], later))).toBe(2)
    expect(await publishedText(db, of)).toMatchObject({ of, content: undefined })
    const { rows } = await sql<{ left: number }>`
      select count(*)::int as left from (
        select text, sha256 from texts.version where of_id = ${of.id}
        union all select text, sha256 from texts.confidential_version where of_id = ${of.id}
      ) as every where text is not null or sha256 is not null`.execute(db)
    expect(rows[0]?.left).toBe(0)
  })

  test('done twice empties nothing more, and what is erased stays so', async () => {
    const of = answer()
    const { id } = await keep(of, 'Gone.')
    expect(await inOne((tx) => eraseVersions(tx, [id], later))).toBe(1)
    expect(await inOne((tx) => eraseVersions(tx, [id], later))).toBe(0)
    const revive = db
      .updateTable('texts.version')
      .set({ text: 'Back.', erased_at: null })
      .where('id', '=', id)
    await expect(revive.execute()).rejects.toThrow('never changed')
    await expect(inOne((tx) => publishVersions(tx, [id], later))).rejects.toThrow('erased')
  })

  test('leaves the texts of others alone', async () => {
    const [mine, theirs] = [answer(), answer()]
    await keep(mine, 'Mine.', 'published')
    await keep(theirs, 'Theirs.', 'published')
    await inOne((tx) => eraseTexts(tx, [mine], later))
    expect((await publishedText(db, theirs))?.content?.text).toBe('Theirs.')
  })
})

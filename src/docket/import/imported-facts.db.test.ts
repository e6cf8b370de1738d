import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { recordDecision } from '../../moderation/index.ts'
import { openFileStore } from '../../platform/files/index.ts'
import { newId } from '../../platform/id.ts'
import { systemClock } from '../../platform/time.ts'
import { openDocket, text } from '../reading/testing.ts'
import { importFile } from './import-file.ts'
import { importedFacts } from './imported-facts.tsx'
import type { ImportTables } from './tables.ts'

const docket = await openDocket()
const { page, parts } = docket
const db = docket.db.withTables<Pick<ImportTables, keyof ImportTables>>()
const folder = mkdtempSync(join(tmpdir(), 'parley-facts-'))
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await docket.close()
})

test('An imported comment says which group and files it named in the first docket, while it is posted whole', async () => {
  parts.push(importedFacts({ db }))
  const request = await docket.newRequest()
  const [file, there] = [join(folder, 'rows.csv'), 'https://example.org/files/our%20view.pdf']
  writeFileSync(
    file,
    `id,text,organization,group,attachments\n1,Yes.,Example Ltd,Trade body,${there}\n2,No.,,,secret.pdf\n`,
  )
  const files = await openFileStore(join(folder, 'files'))
  const services = { db, files, clock: systemClock, origin: 'http://localhost' }
  expect(await importFile(services, { file, request, told: new Map() })).toMatchObject({ imported: 2 })
  const numbers = await db.selectFrom('docket.comment').select('number').orderBy('number').execute()
  const [first = '', second = ''] = numbers.map(({ number }) => `/comments/${number}`)
  const named = await page(first)
  expect(text(named)).toContain('Group it named in the first docket: Trade body')
  expect(named).toContain(`<a href="${there}">our%20view.pdf</a>`)
  const unnamed = await page(second)
  expect(unnamed).not.toContain('secret.pdf')
  expect(text(unnamed)).toContain('One attachment in the first docket, not in the import.')
  const { id, process_id: process } = await db
    .selectFrom('docket.comment')
    .select(['id', 'process_id'])
    .orderBy('number')
    .executeTakeFirstOrThrow()
  const left = { redactions: 1, redactedFor: ['personal-information'], reason: undefined, explanation: '' }
  const redact = { process, about: { kind: 'comment', id }, act: 'redact', ...left } as const
  const told = { by: undefined, at: systemClock.now(), leaf: newId<'leaf'>(1) }
  await db.transaction().execute((tx) => recordDecision(tx, { ...redact, ...told }))
  expect(await page(first)).not.toContain('Trade body')
  expect(await page(first)).not.toContain(there)
  await db.updateTable('docket.comment').set({ state: 'withheld' }).execute()
  expect(await page(second)).not.toContain('One attachment')
})

import { afterAll, expect, test } from 'vitest'
import { drill } from '../../../bench/tamper/drill.ts'
import { testDatabase } from '../../platform/db/testing.ts'
import type { LogTables } from './tables.ts'

const { db, close } = await testDatabase<LogTables>()
afterAll(close)

test('an outsider finds every edit a superuser makes to the log, and no fault in a clean one', async () => {
  const { missed, alarms, edits, logs } = await drill(db, { logs: 6, editsEach: 30, seed: 2026 })
  expect({ missed, alarms, edits, logs }).toEqual({ missed: [], alarms: [], edits: 180, logs: 6 })
})

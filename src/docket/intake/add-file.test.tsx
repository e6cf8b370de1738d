import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { openFileStore, openScanner } from '../../platform/files/index.ts'
import { fakeScanner, tryOut } from '../../platform/files/testing-scanner.ts'
import { useWords } from '../../platform/i18n/index.ts'
import { systemClock } from '../../platform/time.ts'
import { addFile, type FileRefusal } from './add-file.ts'
import { refusalProblem } from './refusal-problem.ts'
import { words } from './words.ts'

function Refused({ refusal }: { refusal: FileRefusal }) {
  return <p>{refusalProblem(useWords(words), refusal).values?.['sentence']}</p>
}

async function sentenceFor(path: string, text: string): Promise<string> {
  const store = await openFileStore(await mkdtemp(join(tmpdir(), 'parley-add-')), openScanner({ path }))
  const sent = { name: 'our view.txt', bytes: Readable.from([Buffer.from(text)]) }
  const added = await addFile(store, sent, systemClock.now())
  if (!('why' in added)) return 'taken'
  return renderToString(<Refused refusal={added} />)
}

test('a sender learns what a virus scanner found, or that it cannot be asked now', async () => {
  const { path, close } = await fakeScanner()
  expect(await sentenceFor(path, 'Plain words.')).toBe('taken')
  expect(await sentenceFor(path, tryOut)).toContain('knows as Eicar-Signature')
  await close()
  expect(await sentenceFor(path, 'Plain words.')).toContain('Your text is kept')
})

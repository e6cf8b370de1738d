import type { Translate } from '../../platform/i18n/index.ts'
import type { FileRefusal } from './add-file.ts'
import { MOST_FILES, MOST_MEGABYTES } from './limits.ts'
import type { Problem } from './model.ts'
import { isWordKey, type WordKey } from './words.ts'

/** Which file was not taken, why, and what to do instead. */
export function refusalProblem(t: Translate<WordKey>, refusal: FileRefusal): Problem {
  const kind = 'is' in refusal ? `is-${refusal.is}` : ''
  const is = isWordKey(kind) ? t(kind) : ''
  const found = 'found' in refusal ? refusal.found : ''
  const { name, why } = refusal
  const sentence = t(`fileRefused-${why}`, { name, is, found, megabytes: MOST_MEGABYTES, count: MOST_FILES })
  return { field: 'files', kind: 'fileRefused', values: { sentence } }
}

import { checkReceipt, readKey, Unreadable } from '../../verify.mjs'
import type { Findings } from './model.ts'
import type { SigningKey } from './proof/note.ts'

/** Checks a receipt with the very program outsiders use; nothing where the text is no receipt. */
export function readReceipt(text: string, key: SigningKey): Findings | undefined {
  try {
    const { holds, notes, problems } = checkReceipt(text, { key: readKey(key.verifier) }).report
    return { holds, notes, problems }
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}

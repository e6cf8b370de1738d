import { useWords } from '../../../platform/i18n/index.ts'
import type { WholeWaiting } from '../../posting/read-waiting.ts'
import type { Leak } from '../find-leaks.ts'
import { words } from '../words.ts'
import { usePlace } from './place.ts'

const elsewhere = {
  name: 'leakName',
  organisation: 'leakOrganisation',
  signatory: 'leakSignatory',
  'file-name': 'leakFileName',
  file: 'leakFile',
  unsearchable: 'leakUnsearchable',
} as const

/** Each place where what is left out would still be read, and the way there. */
export function useLeaks(
  whole: Pick<WholeWaiting, 'answers'>,
): (leak: Leak) => { href: string; text: string } {
  const t = useWords(words)
  const place = usePlace(whole)
  return ({ where, words: found }) => {
    if (where.in === 'text') {
      const { key, paragraph } = where
      const text = t('leakText', { words: found, place: place(key), paragraph })
      return { href: `?in=${key}&paragraph=${paragraph}#mark`, text }
    }
    const key = 'key' in where ? where.key : undefined
    const text = t(elsewhere[where.in], { words: found, place: key ? place(key) : '' })
    return { href: key ? '#files' : '#post', text }
  }
}

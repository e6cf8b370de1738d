import { useWords } from '../i18n/index.ts'
import { words } from './words.ts'

/** What stands between a heading and what it heads, as the reader's language sets it; a space follows. */
export function Colon() {
  const t = useWords(words)
  return <>{t('colon')} </>
}

import { useWords } from '../../../platform/i18n/index.ts'
import { attachmentAddress } from '../address.ts'
import type { Found } from '../read-found.ts'
import { words } from '../words.ts'

/** What a comment says around what was searched for. */
export function Fragments({ number, found }: { number: string; found: Found }) {
  const t = useWords(words)
  const { fragments, language, attachment } = found
  return (
    <>
      {attachment !== undefined && (
        <a class="parley-local" href={attachmentAddress(number, attachment)}>
          {t('attachmentSays', { number: attachment })}
        </a>
      )}
      {fragments.map((pieces) => (
        <p key={pieces} class="parley-claimed__text" lang={language} dir="auto">
          {pieces.map(({ text, marked }) => (marked ? <mark key={text}>{text}</mark> : text))}
        </p>
      ))}
    </>
  )
}

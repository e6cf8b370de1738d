import { useWords } from '../i18n/index.ts'
import { useIsland } from './chrome.tsx'
import { words } from './words.ts'

export interface Paragraph {
  /** Stands in the permalink: "p3". */
  id: string
  text: string
}

interface Props {
  paragraphs: readonly Paragraph[]
  /** The language it was written in, whatever the page speaks. */
  lang: string
  /** Where a citation of the paragraph is given, and its words for the clipboard. */
  cite?: (paragraph: Paragraph, number: number) => { href: string; text: string }
}

/** Blank lines part paragraphs; their numbers are stable, since a text never changes. */
export function paragraphsOf(text: string, prefix = 'p'): Paragraph[] {
  const parts = text.split(/\r?\n[ \t]*(?:\r?\n)+/).map((part) => part.replace(/^\s*\n/, '').trimEnd())
  return parts
    .filter((part) => part.trim() !== '')
    .map((part, at) => ({ id: `${prefix}${at + 1}`, text: part }))
}

/** What people wrote: in their language, in the direction of their letters, each paragraph with its own address. */
export function ClaimedText({ paragraphs, lang, cite }: Props) {
  return (
    <div class="parley-claimed">
      {paragraphs.map((paragraph, at) => (
        <div key={paragraph.id} class="parley-claimed__paragraph" id={paragraph.id}>
          <p class="parley-claimed__text" lang={lang} dir="auto">
            {paragraph.text}
          </p>
          <p class="parley-claimed__links">
            <Permalink id={paragraph.id} number={at + 1} />
            {cite && <Cite {...cite(paragraph, at + 1)} number={at + 1} />}
          </p>
        </div>
      ))}
    </div>
  )
}

function Permalink({ id, number }: { id: string; number: number }) {
  const t = useWords(words)
  return (
    <a href={`#${id}`} aria-label={t('paragraph', { number })}>
      ¶ {number}
    </a>
  )
}

function Cite({ href, text, number }: { href: string; text: string; number: number }) {
  useIsland('copy')
  const t = useWords(words)
  return (
    <a href={href} data-island="copy" data-copy={text} data-words-done={t('copied')}>
      {t('cite')}
      <span class="govuk-visually-hidden">{t('citeParagraph', { number })}</span>
    </a>
  )
}

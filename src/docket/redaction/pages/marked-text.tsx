import { useWords } from '../../../platform/i18n/index.ts'
import { paragraphsOf } from '../../../platform/text/index.ts'
import type { WholeWaiting } from '../../posting/read-waiting.ts'
import type { OpenText } from '../prepare-redaction.ts'
import { words } from '../words.ts'
import { questionOf } from './place.ts'

interface Props {
  text: OpenText
  whole: WholeWaiting
}

/** One text as it was sent, what is marked shown so, and under each paragraph the way to mark in it. */
export function MarkedText({ text: { key, text, gaps }, whole }: Props) {
  const t = useWords(words)
  const [kind, at] = key.split('-')
  const number = kind === 'answer' ? questionOf(whole, key) : at
  const heading =
    number === undefined ? t('freeText') : t(kind === 'answer' ? 'question' : 'attachment', { number })
  return (
    <section aria-labelledby={key}>
      <h2 id={key}>{heading}</h2>
      {paragraphsOf(text).map((paragraph) => (
        <div key={paragraph.number} class="parley-claimed__paragraph" id={`${key}-p${paragraph.number}`}>
          <p
            class="parley-claimed__text"
            lang={whole.comment.language}
            dir="auto"
            data-in={key}
            data-paragraph={paragraph.number}
          >
            {pieces(text, paragraph, gaps)}
          </p>
          <p class="parley-claimed__links">
            <a href={`?in=${key}&paragraph=${paragraph.number}#mark`}>
              {t('markThis', { number: paragraph.number })}
            </a>
          </p>
        </div>
      ))}
    </section>
  )
}

function pieces(
  text: string,
  { number, start, end }: { number: number; start: number; end: number },
  gaps: OpenText['gaps'],
) {
  let from = start
  const shown = gaps
    .filter(({ paragraph }) => paragraph === number)
    .flatMap((gap) => {
      const before = text.slice(from, gap.start)
      from = gap.end
      return [before, <mark key={gap.start}>{text.slice(gap.start, gap.end)}</mark>]
    })
  return [...shown, text.slice(from, end)]
}

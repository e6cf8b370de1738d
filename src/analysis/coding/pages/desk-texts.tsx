import { useWords } from '../../../platform/i18n/index.ts'
import { type Paragraph, paragraphsOf } from '../../../platform/text/index.ts'
import type { DeskText } from '../desk/read-desk.ts'
import type { Excerpt } from '../excerpts/model.ts'
import { words } from '../words.ts'
import { type DeskProps, deskAddress } from './desk-props.ts'
import { usePlace } from './place.ts'

/** What the public reads of the comment, paragraph by paragraph, with what is marked in it. */
export function DeskTexts(props: DeskProps) {
  const t = useWords(words)
  const place = usePlace(props.request)
  const { texts } = props.desk
  if (texts.length === 0) return <p>{t('noTexts')}</p>
  return texts.map((text) => (
    <section key={text.key} aria-labelledby={text.key}>
      <h2 id={text.key}>{place(text)}</h2>
      <div class="parley-claimed">
        {paragraphsOf(text.text).map((paragraph) => (
          <OneParagraph key={paragraph.number} {...props} text={text} paragraph={paragraph} />
        ))}
      </div>
    </section>
  ))
}

interface OneProps extends DeskProps {
  text: DeskText
  paragraph: Paragraph
}

function OneParagraph({ desk, text, paragraph }: OneProps) {
  const t = useWords(words)
  const { key, version } = text
  const { number, start, end } = paragraph
  const { comment, excerpts, own } = desk
  const here = excerpts.filter((one) => one.version === version && one.starts < end && one.ends > start)
  const address = deskAddress(comment.number)
  return (
    <div class="parley-claimed__paragraph" id={`${key}-p${number}`}>
      <p
        class="parley-claimed__text"
        lang={text.language ?? comment.language}
        dir="auto"
        tabIndex={-1}
        data-in={key}
        data-paragraph={number}
        data-start={start}
      >
        {pieces(text.text, paragraph, here)}
      </p>
      <p class="parley-claimed__links parley-noprint">
        {own?.state === 'taken' && (
          <a href={`${address}?in=${key}&paragraph=${number}#mark`}>{t('markThis', { number })}</a>
        )}
        {here.map((one) => (
          <a key={one.id} href={`#excerpt-${one.id}`}>
            {t('excerptHere', { number: excerpts.indexOf(one) + 1 })}
          </a>
        ))}
      </p>
    </div>
  )
}

/** Excerpts may overlap: a stretch is marked where any of them covers it. No sign is added, so that places can be counted. */
function pieces(text: string, { start, end }: Paragraph, here: readonly Excerpt[]) {
  const cuts = [start, end, ...here.flatMap(({ starts, ends }) => [starts, ends])]
  const at = [...new Set(cuts)].filter((cut) => cut >= start && cut <= end).toSorted((a, b) => a - b)
  return at.slice(0, -1).map((from, i) => {
    const until = at[i + 1] ?? end
    const words = text.slice(from, until)
    const covered = here.some(({ starts, ends }) => starts <= from && ends >= until)
    return covered ? <mark key={from}>{words}</mark> : words
  })
}

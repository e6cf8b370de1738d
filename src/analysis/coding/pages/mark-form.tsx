import { Button, Radios, Textarea } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { oneOf } from '../codings/read-content.ts'
import { namePlace, type Place } from '../excerpts/find-quote.ts'
import { words } from '../words.ts'
import { ContentFields } from './content-fields.tsx'
import { type DeskProps, deskAddress } from './desk-props.ts'
import { usePlace } from './place.ts'

/** Marks an excerpt and codes it in one go, or codes one that stands there. */
export function MarkForm(props: DeskProps) {
  const t = useWords(words)
  const { desk, chosen, process, fields, problems } = props
  const { number } = desk.comment
  const address = deskAddress(number)
  const action = chosen ? `${address}/excerpts/${chosen.id}` : `${address}/excerpts`
  return (
    <form method="post" action={action} aria-labelledby="mark" noValidate data-mark class="parley-noprint">
      {chosen ? <Chosen {...props} /> : <NewSpan {...props} />}
      <ContentFields {...{ fields, problems, codes: desk.codes, issues: process.issues }} />
      <div class="govuk-button-group">
        <Button data-key="s">{t(chosen ? 'saveCodes' : 'save')}</Button>
        {chosen && <a href={`${address}#mark`}>{t('cancel')}</a>}
      </div>
    </form>
  )
}

function Chosen({ desk, chosen }: DeskProps) {
  const t = useWords(words)
  if (!chosen) return null
  const at = desk.excerpts.indexOf(chosen)
  return (
    <>
      <h2 id="mark" tabIndex={-1}>
        {at < 0 ? t('codeSuggested') : t('codeExcerpt', { number: at + 1 })}
      </h2>
      <blockquote class="parley-claimed">
        <p class="parley-claimed__text" lang={desk.comment.language} dir="auto">
          {chosen.words}
        </p>
      </blockquote>
    </>
  )
}

function NewSpan({ desk, request, fields, problems, places }: DeskProps) {
  const t = useWords(words)
  const place = usePlace(request)
  const [key, paragraph] = [oneOf(fields, 'in'), oneOf(fields, 'paragraph')]
  const text = desk.texts.find((one) => one.key === key)
  const wrong = problems?.get('words')
  return (
    <>
      <h2 id="mark" tabIndex={-1}>
        {text && paragraph ? t('markIn', { place: place(text), paragraph }) : t('mark')}
      </h2>
      <input type="hidden" name="in" value={key} />
      <input type="hidden" name="paragraph" value={paragraph} />
      <input type="hidden" name="at" value="" />
      <Textarea
        name="words"
        label={t('words')}
        hint={[t('wordsHint'), text && paragraph ? ` ${t('wordsWhole')}` : '']}
        error={wrong && t(wrong)}
        value={oneOf(fields, 'words')}
        rows={3}
        dir="auto"
        data-key="w"
      />
      {places.length > 1 && <WhichPlace {...{ desk, request, places, fields }} />}
    </>
  )
}

const AROUND = 30

function WhichPlace({ desk, request, places }: Pick<DeskProps, 'desk' | 'request' | 'places' | 'fields'>) {
  const t = useWords(words)
  const called = usePlace(request)
  const shown = (place: Place) => {
    const text = desk.texts.find(({ key }) => key === place.key)
    if (!text) return ''
    const { start, end, paragraph } = place
    return t('placeAt', {
      ...{ place: called(text), paragraph, words: text.text.slice(start, end) },
      before: text.text.slice(Math.max(0, start - AROUND), start).toWellFormed(),
      after: text.text.slice(end, end + AROUND).toWellFormed(),
    })
  }
  return (
    <Radios
      name="place"
      legend={t('whichPlace', { count: places.length })}
      error={t('placeMissing')}
      items={places.map((place) => ({ value: namePlace(place), text: <bdi>{shown(place)}</bdi> }))}
    />
  )
}

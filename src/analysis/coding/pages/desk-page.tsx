import { Caption, Document, ErrorSummary, InsetText, Keys, useIsland } from '../../../platform/html/index.ts'
import { languageName, useLocale, useWords } from '../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../processes/index.ts'

import { type WordKey, words } from '../words.ts'
import type { DeskProps } from './desk-props.ts'
import { DeskState, FinishForm } from './desk-state.tsx'
import { DeskTexts } from './desk-texts.tsx'
import { ExcerptList } from './excerpt-list.tsx'
import { MarkForm } from './mark-form.tsx'
import { SuggestionList } from './suggestion-list.tsx'

/** A comment on the desk of a coder: its texts, the form that marks and codes, and what was said of it so far. */
export function DeskPage(props: DeskProps) {
  useIsland('coding-desk')
  const t = useWords(words)
  const { request, process, now, desk, problems, refused, mayCode } = props
  const { number } = desk.comment
  const title = t('codeComment', { number })
  const isShared = desk.readings.length > (desk.comment.chosen ? 0 : 1)
  const atWork = desk.own?.state === 'taken' && mayCode
  return (
    <Document
      title={title}
      problems={problems !== undefined || refused !== undefined}
      process={useProcessBand(process, now, request)}
      back={{ href: `/requests/${request.docket}/coding`, text: t('backToCoding') }}
      unlisted
    >
      {problems && (
        <ErrorSummary problems={[...problems].map(([field, key]) => ({ href: `#${field}`, text: t(key) }))} />
      )}
      {refused && <Refused {...{ refused, request }} />}
      <Caption>{request.title}</Caption>
      <h1>{title}</h1>
      <p>
        <a href={`/comments/${number}`}>{t('publicPage')}</a>
      </p>
      <AtAGlance {...props} />
      <DeskState {...props} />
      {isShared && <InsetText>{t(desk.open ? 'isOpen' : 'isBlind')}</InsetText>}
      {atWork && (
        <div data-island="coding-desk">
          <Keys text={t('keys')} />
        </div>
      )}
      <DeskTexts {...props} />
      <SuggestionList {...props} />
      {atWork && desk.texts.length > 0 && <MarkForm {...props} />}
      <ExcerptList {...props} />
      {atWork && <FinishForm {...props} />}
    </Document>
  )
}

/** Why nothing was done, and where that is seen. */
function Refused({ refused, request }: Pick<DeskProps, 'request'> & { refused: WordKey }) {
  const t = useWords(words)
  const summaries = { href: `/requests/${request.docket}/summaries`, text: t('toSummaries') }
  return <ErrorSummary problems={[{ text: t(refused) }, ...(refused === 'cited' ? [summaries] : [])]} />
}

/** In which language the comment is written, and to what it comes back. */
function AtAGlance({ desk: { comment, texts, phrases } }: DeskProps) {
  const t = useWords(words)
  const locale = useLocale()
  const codes = [...new Set(texts.map(({ language }) => language ?? comment.language))]
  const called = codes.map((code) => (code === 'und' ? t('languageUnknown') : languageName(code, locale)))
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return (
    <p class="parley-muted">
      {called.length > 0 && t('writtenIn', { language: list.format(called) })}{' '}
      {phrases.length > 0 && t('comesBackTo', { phrases: phrases.join(' · ') })}
    </p>
  )
}

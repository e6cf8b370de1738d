import {
  Caption,
  ClaimedText,
  Document,
  ErrorSummary,
  Keys,
  NotificationBanner,
  paragraphsOf,
  useIsland,
  WarningText,
} from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../processes/index.ts'
import { words } from '../words.ts'
import { Files } from './files.tsx'
import { FoundPlaces, WayToFound } from './found-places.tsx'
import { useLeaks } from './leaks.tsx'
import { MarkForm } from './mark-form.tsx'
import { MarkedText } from './marked-text.tsx'
import { Marks } from './marks.tsx'
import { usePlace } from './place.ts'
import { PostForm } from './post-form.tsx'
import type { RedactionPageProps } from './redaction-page-props.ts'

/** The moderator's desk for one comment: mark, look at what stays, post. */
export function RedactionPage(props: RedactionPageProps) {
  useIsland('keys')
  const t = useWords(words)
  const { request, process, now, redacting, problems, leaks, told } = props
  const { comment } = redacting.whole
  const title = t('title', { number: comment.number })
  return (
    <Document
      title={title}
      problems={problems !== undefined || leaks !== undefined}
      process={useProcessBand(process, now, request)}
      back={{ href: `/comments/${comment.number}/moderation`, text: t('back', { number: comment.number }) }}
      unlisted
    >
      <Summary {...props} />
      {told && (
        <NotificationBanner role="alert">
          <p class="govuk-notification-banner__heading">{t(told)}</p>
        </NotificationBanner>
      )}
      <Caption>{request.title}</Caption>
      <h1>{title}</h1>
      <p>{t('intro')}</p>
      <div data-island="keys">
        <Keys text={t('keys')} />
      </div>
      <WayToFound redacting={redacting} />
      <MarkForm {...props} />
      {redacting.texts.map((text) => (
        <MarkedText key={text.key} text={text} whole={redacting.whole} />
      ))}
      <FoundPlaces redacting={redacting} />
      <Marks redacting={redacting} />
      <Files redacting={redacting} />
      <Preview redacting={redacting} />
      {comment.withdrawn ? (
        <WarningText>{t('withdrawn')}</WarningText>
      ) : (
        redacting.redactions.length > 0 && <PostForm {...props} />
      )}
    </Document>
  )
}

function Summary({ problems, leaks, redacting }: RedactionPageProps) {
  const t = useWords(words)
  const say = useLeaks(redacting.whole)
  if (problems)
    return (
      <ErrorSummary problems={[...problems].map(([field, key]) => ({ href: `#${field}`, text: t(key) }))} />
    )
  if (!leaks) return null
  const stopping = leaks.filter(({ stops }) => stops)
  return (
    <ErrorSummary
      title={t('stopped')}
      problems={
        stopping.length > 0
          ? [...stopping.map(say), { href: '#mark', text: t('stoppedHint') }]
          : [{ href: '#post', text: t('doubtful') }]
      }
    />
  )
}

function Preview({ redacting: { whole, texts, redacted } }: Pick<RedactionPageProps, 'redacting'>) {
  const t = useWords(words)
  const place = usePlace(whole)
  if (redacted.texts.size === 0) return null
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">{t('preview')}</h2>
      {texts.map(({ key, of }) => {
        const text = redacted.texts.get(of.id)?.text
        return (
          text !== undefined && (
            <div key={key}>
              <h3>{place(key)}</h3>
              <ClaimedText
                lang={whole.comment.language}
                paragraphs={paragraphsOf(text, `preview-${key}-p`)}
              />
            </div>
          )
        )
      })}
    </section>
  )
}

import { Button } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { SuggestedExcerpt } from '../desk/read-desk.ts'
import type { SuggestedPart } from '../suggestions/model.ts'
import { words } from '../words.ts'
import { type DeskProps, deskAddress } from './desk-props.ts'
import { useProgramNames } from './program-names.ts'
import { kindNames, usePositionNames } from './said.tsx'

/** What programs suggest of this comment; none of it counts before a person takes it over. */
export function SuggestionList(props: DeskProps) {
  const t = useWords(words)
  const { suggestions } = props.desk
  if (suggestions.length === 0) return null
  return (
    <section aria-labelledby="suggestions" class="parley-noprint">
      <h2 id="suggestions">{t('suggestions', { count: suggestions.length })}</h2>
      <p>{t('suggestionsIntro')}</p>
      {suggestions.map((one, at) => (
        <OneSuggestion key={one.excerpt.id} {...props} suggested={one} number={at + 1} />
      ))}
    </section>
  )
}

type OneProps = DeskProps & { suggested: SuggestedExcerpt; number: number }

function OneSuggestion(props: OneProps) {
  const t = useWords(words)
  const called = useProgramNames()
  const { desk, suggested, number } = props
  const { excerpt, suggestions } = suggested
  return (
    <article id={`suggestion-${excerpt.id}`} aria-label={t('suggestionHere', { number })}>
      <h3>{t('suggestionHere', { number })}</h3>
      <blockquote class="parley-claimed">
        <p class="parley-claimed__text" lang={desk.comment.language} dir="auto">
          {excerpt.words}
        </p>
      </blockquote>
      <ul class="govuk-list govuk-list--bullet">
        {suggestions.flatMap(({ id, program, version, parts }) =>
          parts.map((part) => (
            <li key={`${id}${part.code}${part.issue}${part.position}${part.kind}`}>
              <Part {...props} part={part} /> –{' '}
              <span class="parley-muted">
                {t('howSure', {
                  program: called(program, version),
                  percent: Math.round(part.confidence * 100),
                })}
              </span>
            </li>
          )),
        )}
      </ul>
      {desk.own?.state === 'taken' && <Answers {...props} />}
    </article>
  )
}

function Part({ desk, process, part }: DeskProps & { part: SuggestedPart }) {
  const t = useWords(words)
  const position = usePositionNames()
  const { code, issue, kind } = part
  const about = process.issues.find(({ id }) => id === issue)
  if (code) return <bdi>{desk.codes.find(({ id }) => id === code)?.name ?? ''}</bdi>
  if (about) return <bdi>{t('issueNamed', { number: about.number, title: about.title })}</bdi>
  if (part.position) return <>{position(part.position)}</>
  return <>{kind ? t(kindNames[kind]) : ''}</>
}

const lacking = {
  issue: 'sayIssue',
  position: 'sayPosition',
  condition: 'sayCondition',
  all: 'change',
} as const

function Answers({ desk, suggested: { excerpt, draft }, number }: OneProps) {
  const t = useWords(words)
  const address = deskAddress(desk.comment.number)
  const which = <span class="govuk-visually-hidden">: {t('suggestionHere', { number })}</span>
  return (
    <form method="post" action={`${address}/excerpts/${excerpt.id}/suggestion`}>
      <div class="govuk-button-group">
        {!draft.lacks && (
          <Button name="act" value="accept">
            {t('accept')}
            {which}
          </Button>
        )}
        <Button name="act" value="dismiss" kind="secondary">
          {t('dismiss')}
          {which}
        </Button>
        <a href={`${address}?excerpt=${excerpt.id}#mark`}>
          {t(draft.lacks ? lacking[draft.lacks] : 'change')}
          {which}
        </a>
      </div>
    </form>
  )
}

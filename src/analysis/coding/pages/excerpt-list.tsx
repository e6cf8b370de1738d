import { Button, Stamp } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Excerpt } from '../excerpts/model.ts'
import { isDisputed, type JudgedCoding } from '../model.ts'
import { words } from '../words.ts'
import { type DeskProps, deskAddress } from './desk-props.ts'
import { useProgramNames } from './program-names.ts'
import { Said } from './said.tsx'

/** The excerpts of the comment, each with what the reader may see of what was said about it. */
export function ExcerptList(props: DeskProps) {
  const t = useWords(words)
  const { excerpts } = props.desk
  return (
    <section aria-labelledby="excerpts">
      <h2 id="excerpts">{t('yourExcerpts')}</h2>
      {excerpts.length === 0 && <p>{t('excerptNone')}</p>}
      {excerpts.map((excerpt, at) => (
        <OneExcerpt key={excerpt.id} {...props} excerpt={excerpt} number={at + 1} />
      ))}
    </section>
  )
}

interface OneProps extends DeskProps {
  excerpt: Excerpt
  number: number
}

function OneExcerpt(props: OneProps) {
  const t = useWords(words)
  const { desk, process, excerpt, number } = props
  const said = desk.codings.filter((one) => one.excerpt === excerpt.id)
  const mine = said.some(({ coder, stage }) => coder === desk.coder && stage === 'made')
  return (
    <article id={`excerpt-${excerpt.id}`} aria-label={t('excerptHere', { number })}>
      <h3>{t('excerptHere', { number })}</h3>
      <blockquote class="parley-claimed">
        <p class="parley-claimed__text" lang={desk.comment.language} dir="auto">
          {excerpt.words}
        </p>
      </blockquote>
      {desk.own && !mine && <p>{t('notCoded')}</p>}
      {said.map((coding) => (
        <div key={coding.id}>
          <p>
            <Coder desk={desk} coding={coding} /> {coding.counts && <Stamp>{t('counts')}</Stamp>}
          </p>
          <Said coding={coding} codes={desk.codes} issues={process.issues} />
          {coding.coder === desk.coder && <FromSuggestion desk={desk} excerpt={excerpt} />}
        </div>
      ))}
      {desk.open && !said.some(({ counts }) => counts) && isDisputed(said) && <p>{t('differ')}</p>}
      {props.beside(excerpt.id)}
      {desk.own?.state === 'taken' && <Acts {...props} mine={mine} />}
    </article>
  )
}

/** Which programs had suggested it, and whether it was taken as it was. */
function FromSuggestion({ desk, excerpt }: Pick<OneProps, 'desk' | 'excerpt'>) {
  const t = useWords(words)
  const called = useProgramNames()
  const from = desk.answered.filter((one) => one.excerpt === excerpt.id)
  return from.map(({ id, program, version, answer }) => (
    <p key={id} class="parley-muted">
      {t(answer === 'accepted' ? 'fromSuggestion' : 'otherThanSuggested', {
        program: called(program, version),
      })}
    </p>
  ))
}

function Coder({ desk, coding }: { desk: DeskProps['desk']; coding: JudgedCoding }) {
  const t = useWords(words)
  if (coding.coder === desk.coder) return <strong>{t('byYou')}</strong>
  const name = desk.names.get(coding.coder)
  return <strong>{name === undefined ? t('somebody') : <bdi>{name}</bdi>}</strong>
}

function Acts({ desk, excerpt, number, mine }: OneProps & { mine: boolean }) {
  const t = useWords(words)
  const address = deskAddress(desk.comment.number)
  return (
    <div class="parley-noprint">
      <p>
        <a href={`${address}?excerpt=${excerpt.id}#mark`}>
          {t(mine ? 'change' : 'code')}
          <span class="govuk-visually-hidden">: {t('excerptHere', { number })}</span>
        </a>
      </p>
      {(excerpt.madeBy === desk.coder || (excerpt.byProgram && mine)) && (
        <form method="post" action={`${address}/excerpts/${excerpt.id}/delete`}>
          <Button kind="secondary">{t(excerpt.byProgram ? 'takeBack' : 'delete', { number })}</Button>
        </form>
      )}
    </div>
  )
}

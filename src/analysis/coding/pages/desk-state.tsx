import { Button } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { wantedReaders } from '../model.ts'
import { words } from '../words.ts'
import { type DeskProps, deskAddress } from './desk-props.ts'

/** Who has the comment, and the way to take it, give it back or take it up again. */
export function DeskState(props: DeskProps) {
  const { desk, mayCode } = props
  if (!desk.own) return <Others {...props} />
  if (!mayCode) return null
  return desk.own.state === 'taken' ? <Act {...props} act="give-back" /> : <Finished {...props} />
}

const labels = { take: 'take', 'give-back': 'giveBack', 'take-up-again': 'takeUpAgain' } as const

function Act({ desk, act }: DeskProps & { act: keyof typeof labels }) {
  const t = useWords(words)
  const kind = act === 'take' ? undefined : 'secondary'
  return (
    <form method="post" action={deskAddress(desk.comment.number)} class="parley-noprint">
      <input type="hidden" name="act" value={act} />
      <Button kind={kind}>{t(labels[act])}</Button>
    </form>
  )
}

function Others(props: DeskProps) {
  const t = useWords(words)
  const { desk, mayCode } = props
  const { readings, comment, names } = desk
  const atIt = readings.filter(({ state }) => state === 'taken')
  const named = atIt.flatMap(({ coder }) => names.get(coder) ?? [])
  const isFree = readings.length < wantedReaders(comment.chosen)
  return (
    <>
      {readings.length === 0 && <p>{t('notTaken')}</p>}
      {atIt.length > 0 && <p>{t('takenBy', { names: named.join(', '), count: named.length })}</p>}
      {isFree && readings.length > 0 && <p>{t('canTakeSecond')}</p>}
      {isFree && mayCode && <Act {...props} act="take" />}
    </>
  )
}

function Finished(props: DeskProps) {
  const t = useWords(words)
  const { own, open, readings } = props.desk
  return (
    <>
      <p>
        <strong>{t(own?.state === 'done' ? 'youAreDone' : 'youFoundNothing')}</strong>
      </p>
      {!(open && readings.length > 1) && <Act {...props} act="take-up-again" />}
      <form method="post" action={`/requests/${props.request.docket}/coding`} class="parley-noprint">
        <Button data-key="n">{t('takeNext')}</Button>
      </form>
    </>
  )
}

/** The end of the work on a comment. */
export function FinishForm({ desk }: DeskProps) {
  const t = useWords(words)
  const left = desk.excerpts.some(
    ({ id }) => !desk.codings.some((one) => one.excerpt === id && one.coder === desk.coder),
  )
  return (
    <form
      method="post"
      action={deskAddress(desk.comment.number)}
      aria-labelledby="finish"
      class="parley-noprint"
    >
      <h2 id="finish">{t('finish')}</h2>
      {left && <p class="govuk-hint">{t('finishHint')}</p>}
      <div class="govuk-button-group">
        <Button name="act" value="done" data-key="d">
          {t('finishDone')}
        </Button>
        <Button name="act" value="not-substantive" kind="secondary">
          {t('finishNothing')}
        </Button>
      </div>
    </form>
  )
}

import { Button, Details, InsetText, Select, Time } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { words } from '../words.ts'
import type { ModerationPageProps } from './moderation-page-props.ts'

/** Who has this comment; anybody who moderates may take it, hand it on or decide about it all the same. */
export function AssignmentForm(props: ModerationPageProps) {
  const t = useWords(words)
  const { whole, viewer, assigned, view, problems } = props
  const { comment } = whole
  if (comment.withdrawn || comment.state === 'erased') return null
  const own = assigned !== undefined && assigned.person === viewer
  return (
    <form method="post" action={`/comments/${comment.number}/assignment`} aria-label={t('assignment')}>
      <input type="hidden" name="seen" value={assigned?.person ?? ''} />
      <input type="hidden" name="whose" value={view.whose} />
      <InsetText>
        <Holder {...props} />
        <Button kind="secondary" name="act" value={own ? 'give-back' : 'take'} data-key="m">
          {t(own ? 'giveBack' : assigned ? 'takeOver' : 'take')}
        </Button>
        <Details summary={t('hand')} open={problems?.has('to')}>
          <HandOn {...props} />
        </Details>
      </InsetText>
    </form>
  )
}

function Holder({ assigned, viewer, request }: ModerationPageProps) {
  const t = useWords(words)
  if (!assigned) return <p>{t('isNobodys')}</p>
  const { person, name } = assigned
  const who = name ? t('isTheirs', { name }) : t('isSomebodys')
  return (
    <p>
      <strong>{person === viewer ? t('isYours') : who}</strong> {t('isSince')}{' '}
      <Time at={assigned.at} zone={request.deadline.zone} />. {person !== viewer && t('isOpenToAll')}
    </p>
  )
}

function HandOn({ moderators, assigned, problems }: ModerationPageProps) {
  const t = useWords(words)
  const wrong = problems?.get('to')
  const others = moderators.filter(({ id }) => id !== assigned?.person)
  return (
    <>
      <Select
        name="to"
        label={t('handTo')}
        error={wrong && t(wrong)}
        value=""
        options={[
          { value: '', text: t('choosePerson') },
          ...others.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <Button kind="secondary" name="act" value="hand">
        {t('handOn')}
      </Button>
    </>
  )
}

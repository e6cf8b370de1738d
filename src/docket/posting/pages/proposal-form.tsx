import { useReasonNames } from '../../../moderation/index.ts'
import { Button, Colon, Keys, Textarea, Time } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { words } from '../words.ts'
import type { ModerationPageProps } from './moderation-page-props.ts'

/** What one moderator would withhold: another confirms it or turns it down; whoever proposed it may take it back. */
export function ProposalForm(props: ModerationPageProps) {
  const t = useWords(words)
  const called = useReasonNames()
  const { whole, viewer, request, view } = props
  const { comment, reasons, proposal } = whole
  if (!proposal) return null
  const own = proposal.by === viewer
  const reason = called(reasons.find(({ code }) => code === proposal.reason)?.name ?? proposal.reason)
  return (
    <form
      method="post"
      action={`/comments/${comment.number}/proposal`}
      aria-labelledby="second-look"
      data-island="keys"
    >
      <h2 id="second-look">{t('proposed')}</h2>
      <input type="hidden" name="seen" value={comment.state} />
      <input type="hidden" name="whose" value={view.whose} />
      <input type="hidden" name="proposal" value={proposal.id} />
      <p>
        <Time at={proposal.at} zone={request.deadline.zone} />
        <Colon />
        {t(own ? 'proposedByYou' : 'proposedBySomebody', { reason })}
      </p>
      {proposal.explanation && <blockquote class="parley-claimed">{proposal.explanation}</blockquote>}
      {own ? <OwnProposal /> : <OthersProposal {...props} />}
    </form>
  )
}

function OwnProposal() {
  const t = useWords(words)
  return (
    <>
      <p>{t('proposalWaits')}</p>
      <Button name="act" value="take-back" kind="secondary" data-key="b">
        {t('takeBack')}
      </Button>
      <Keys text={`${t('keysOwnProposal')} ${t('keysAssign')}`} />
    </>
  )
}

function OthersProposal({ draft, problems }: ModerationPageProps) {
  const t = useWords(words)
  const wrong = problems?.get('why')
  return (
    <>
      <p>{t('confirmHint')}</p>
      <Button name="act" value="confirm" kind="warning" data-key="c">
        {t('confirm')}
      </Button>
      <Textarea
        name="why"
        label={t('why')}
        hint={t('whyHint')}
        error={wrong && t(wrong)}
        value={draft?.why}
        rows={3}
        data-key="t"
      />
      <Button name="act" value="turn-down" kind="secondary">
        {t('turnDown')}
      </Button>
      <Keys text={`${t('keysProposal')} ${t('keysAssign')}`} />
    </>
  )
}

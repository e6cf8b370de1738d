import type { ComponentChildren, VNode } from 'preact'
import { useReasonNames } from '../../../moderation/index.ts'
import { useGroupNames } from '../../../participants/index.ts'
import { type Cell, StakeholderMark, Stamp, Table, Time } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Ref } from '../../../platform/ref.ts'
import { commentAddress } from '../address.ts'
import type { PublicComment } from '../model.ts'
import type { ReadComment } from '../read-docket.ts'
import { words } from '../words.ts'
import { Fragments } from './fragments.tsx'

interface Props {
  rows: readonly ReadComment[]
  groups: readonly { slug: string; name: string }[]
  zone: string
  beside(ref: Ref): readonly VNode[]
}

export function CommentTable({ rows, groups, zone, beside }: Props) {
  const t = useWords(words)
  const head = [t('columnComment'), t('columnWords'), t('columnReceived')]
  return (
    <Table
      class="parley-cards parley-docket"
      head={head.map((text) => ({ text }))}
      rowHeaders
      rows={rows.map(
        (row) =>
          [
            { text: <Title comment={row.comment} groups={groups} /> },
            {
              text: (
                <>
                  <Words {...row} />
                  <Notes {...row}>{beside({ kind: 'comment', id: row.comment.id })}</Notes>
                </>
              ),
            },
            { text: <Time at={row.comment.sentAt} zone={zone} /> },
          ] satisfies Cell[],
      )}
    />
  )
}

export const whoOf = (comment: PublicComment): string | undefined =>
  comment.shown?.sender?.organisation ?? comment.shown?.sender?.name

function Title({ comment, groups }: GroupedProps) {
  const t = useWords(words)
  return (
    <>
      <a class="parley-number" href={commentAddress(comment.number)}>
        {comment.number}
      </a>
      {comment.shown && <span class="parley-local">{whoOf(comment) ?? t('noName')}</span>}
      {comment.shown?.sender && (
        <span class="parley-local">{t(`verification-${comment.shown.sender.verification}`)}</span>
      )}
      <Group comment={comment} groups={groups} />
    </>
  )
}

type GroupedProps = Pick<ReadComment, 'comment'> & Pick<Props, 'groups'>

function Group({ comment: { shown }, groups }: GroupedProps) {
  const called = useGroupNames()
  if (!shown) return null
  const name = groups.find(({ slug }) => slug === shown.group)?.name
  return <StakeholderMark code={shown.group} name={called(name ?? shown.group)} />
}

function Words({ comment, excerpt, found, reason }: ReadComment) {
  const t = useWords(words)
  const called = useReasonNames()
  if (comment.standing === 'withheld') return <em>{t('isWithheld', { reason: called(reason ?? '') })}</em>
  if (comment.standing === 'erased') return <em>{t('isErased', { reason: called(reason ?? '') })}</em>
  if (comment.standing === 'withdrawn') return <em>{t('isWithdrawn')}</em>
  if (comment.confidential) return <em>{t('isConfidential')}</em>
  if (found) return <Fragments number={comment.number} found={found} />
  if (!excerpt) return <em>{t('noWords')}</em>
  return (
    <span class="parley-claimed__text" lang={excerpt.language} dir="auto">
      {excerpt.text}
    </span>
  )
}

function Notes({
  comment,
  late,
  attachments,
  confidential,
  children,
}: ReadComment & { children: ComponentChildren }) {
  const t = useWords(words)
  return (
    <>
      {comment.shown && comment.shown.repliesTo.length > 0 && (
        <Stamp tone="quiet">{t('noteReply', { numbers: comment.shown.repliesTo.join(', ') })}</Stamp>
      )}
      {comment.shown?.joint && <Stamp tone="quiet">{t('noteJoint', { ...comment.shown.joint })}</Stamp>}
      {late && <Stamp tone="notice">{t('noteLate')}</Stamp>}
      {comment.superseded && <Stamp tone="quiet">{t('noteSuperseded')}</Stamp>}
      {attachments > 0 && <span class="parley-local">{t('noteAttachments', { count: attachments })}</span>}
      {confidential > 0 && <span class="parley-local">{t('noteConfidential', { count: confidential })}</span>}
      {children}
    </>
  )
}

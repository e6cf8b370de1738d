import { Deadline, Table, Tag } from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import type { Instant } from '../../platform/time.ts'
import { type RequestForComment, type RequestState, stateOf } from '../model.ts'
import { words } from '../words.ts'

const colours = { draft: 'grey', announced: 'blue', open: 'green', closed: 'grey' } as const satisfies Record<
  RequestState,
  string
>

interface Props {
  requests: readonly RequestForComment[]
  now: Instant
}

export function RequestTable({ requests, now }: Props) {
  const t = useWords(words)
  const head = [{ text: t('columnRequest') }, { text: t('columnDeadline') }, { text: t('columnState') }]
  return (
    <Table
      class="parley-cards"
      head={head}
      rowHeaders
      rows={requests.map((request) => [
        { text: <Name key="name" {...request} /> },
        { text: <Deadline key="deadline" {...request.deadline} /> },
        { text: <State key="state" state={stateOf(request, now)} /> },
      ])}
    />
  )
}

function Name({ docket, title, language }: RequestForComment) {
  const t = useWords(words)
  return (
    <>
      <a href={`/requests/${docket}`} lang={language}>
        {title}
      </a>
      <br />
      <span class="parley-muted">{t('docket', { docket })}</span>
    </>
  )
}

export function State({ state }: { state: RequestState }) {
  const t = useWords(words)
  return <Tag colour={colours[state]}>{t(state)}</Tag>
}

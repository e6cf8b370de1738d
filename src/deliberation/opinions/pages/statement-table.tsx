import { Table } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { deliberationAddress } from '../../deliberations/model.ts'
import { letterOf, type OpinionVersion, shareOf, type Voted } from '../model.ts'
import { words } from '../words.ts'
import type { OpinionsProps } from './props.ts'

interface Props extends OpinionsProps {
  map: OpinionVersion
  /** The statements that are told of, by their numbers. */
  numbers: readonly number[]
}

/** Statements with how everybody and each group voted on them. */
export function StatementTable({ numbers, map, ...props }: Props) {
  const t = useWords(words)
  if (numbers.length === 0) return <p class="parley-muted">{t('agreedNone')}</p>
  const groups = map.groups.length > 1 ? map.groups : []
  const place = new Map(map.all.map(({ statement }, at) => [statement, at]))
  const votesOn = (number: number, votes: readonly Voted[]) => ({
    text: <Shares voted={votes[place.get(number) ?? -1]} />,
  })
  return (
    <Table
      cards
      rowHeaders
      head={[
        { text: t('statement') },
        { text: t('all') },
        ...groups.map((_, group) => ({ text: t('legendGroup', { letter: letterOf(group) }) })),
      ]}
      rows={numbers.map((number) => [
        { text: <StatementText {...props} number={number} />, class: 'parley-opinions__statement' },
        votesOn(number, map.all),
        ...groups.map(({ votes }) => votesOn(number, votes)),
      ])}
    />
  )
}

type TextProps = Pick<OpinionsProps, 'deliberation' | 'process' | 'texts'> & {
  number: number
  target?: '_top'
}

export function StatementText({ deliberation, process, texts, number, target }: TextProps) {
  const here = deliberationAddress(process.slug, deliberation.number)
  return (
    <a href={`${here}/statements#s${number}`} target={target} lang={deliberation.language} dir="auto">
      {texts.get(number)}
    </a>
  )
}

export function Shares({ voted }: { voted: Voted | undefined }) {
  const t = useWords(words)
  if (!voted || voted.seen === 0) return <span class="parley-muted">{t('unseen')}</span>
  const { agree, disagree, seen } = voted
  return (
    <>
      {t('agreeing', { share: shareOf(agree, seen), other: shareOf(disagree, seen) })}{' '}
      <span class="parley-muted">{t('ofSeen', { count: seen })}</span>
    </>
  )
}

import { Table } from '../../../platform/html/index.ts'
import { locales, useLocale, useWords } from '../../../platform/i18n/index.ts'
import type { Fares } from '../model.ts'
import type { Standing } from '../using/list-standings.ts'
import { type WordKey, words } from '../words.ts'
import type { ProgramsProps } from './programs-props.ts'

type Props = ProgramsProps & { standing: Standing }

/** How a program fares against people: on words it had not learnt from, and at the desk. */
export function HowItFares(props: Props) {
  const { version, answered, program } = props.standing
  if (!version && answered.length === 0) return null
  return (
    <>
      {version && program !== 'endpoint' && <Against {...props} measured={version.measured} />}
      {answered.length > 0 && <AtTheDesk {...props} />}
    </>
  )
}

const meanings: Readonly<Record<string, WordKey>> = {
  reliable: 'reliable',
  tentative: 'tentative',
  unreliable: 'unreliable',
  allAlike: 'allAlike',
}

function useNumber() {
  const { dates } = locales[useLocale()]
  const format = new Intl.NumberFormat(dates, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return (value: number | null) => (value === null ? '–' : format.format(value))
}

function useNameOf({ codes, process }: Props) {
  const t = useWords(words)
  return (of: string) => {
    const [what, id] = of.split(' ')
    if (what === 'code') return codes.find((code) => code.id === id)?.name ?? t('codeGone')
    const issue = process.issues.find((one) => one.id === id)
    if (issue) return t('issueNamed', { number: issue.number, title: issue.title })
    return t(of === 'position' ? 'thePosition' : 'theKind')
  }
}

function Against(props: Props & { measured: readonly Fares[] }) {
  const t = useWords(words)
  const [shown, nameOf] = [useNumber(), useNameOf(props)]
  const rows = props.measured.filter(({ units }) => units > 0)
  if (rows.length === 0) return <p>{t('tooFew')}</p>
  return (
    <Table
      cards
      rowHeaders
      caption={t('agreementWithPeople')}
      head={[
        { text: t('what') },
        { text: t('excerpts'), numeric: true },
        { text: t('given'), numeric: true },
        { text: t('alpha'), numeric: true },
        { text: t('interval'), numeric: true },
        { text: t('meaning') },
      ]}
      rows={rows.map(({ of, units, used, alpha, from, to, meaning }) => [
        { text: <bdi>{nameOf(of)}</bdi> },
        { text: units, numeric: true },
        { text: used, numeric: true },
        { text: shown(alpha), numeric: true },
        { text: from === null ? '–' : t('intervalIs', { from: shown(from), to: shown(to) }), numeric: true },
        { text: t(meanings[meaning] ?? 'tooFewToSay') },
      ])}
    />
  )
}

/** Fewer answers than these make no share. */
const FEWEST = 10

function AtTheDesk({ standing: { answered } }: Props) {
  const t = useWords(words)
  return (
    <Table
      cards
      rowHeaders
      caption={t('atTheDesk')}
      head={[
        { text: t('version') },
        ...(['accepted', 'changed', 'dismissed', 'precision'] as const).map((key) => ({
          text: t(key),
          numeric: true,
        })),
      ]}
      rows={answered.map(({ version, accepted, changed, dismissed }) => {
        const all = accepted + changed + dismissed
        const share =
          all < FEWEST ? t('tooFewToSay') : t('percent', { percent: Math.round((100 * accepted) / all) })
        return [
          { text: <bdi>{version}</bdi> },
          ...[accepted, changed, dismissed].map((text) => ({ text, numeric: true })),
          { text: share, numeric: true },
        ]
      })}
    />
  )
}

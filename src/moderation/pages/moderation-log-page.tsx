import { Document, Pagination, refKey, Table, Time } from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import type { Ref } from '../../platform/ref.ts'
import type { Instant } from '../../platform/time.ts'
import { type Process, useProcessBand } from '../../processes/index.ts'
import {
  type ActCount,
  type Decision,
  type DecisionId,
  type ModerationAct,
  type Named,
  type Reason,
  reasonsOf,
} from '../model.ts'
import type { Objection } from '../objections/model.ts'
import type { TurnedDown } from '../second-look/model.ts'
import { useReasonNames, words } from '../words.ts'

export interface ModerationLogProps {
  process: Process
  now: Instant
  counts: readonly ActCount[]
  decisions: readonly Decision[]
  /** Proposals to withhold that another moderator did not confirm. */
  turnedDown: readonly TurnedDown[]
  /** That senders objected, and how it ended. */
  objections: readonly Objection[]
  /** When each decision was proposed that took two moderators. */
  proposed: ReadonlyMap<DecisionId, Instant>
  names: ReadonlyMap<string, Named>
  reasons: readonly Reason[]
  older: string | undefined
  first: boolean
}

export function ModerationLogPage(props: ModerationLogProps) {
  const t = useWords(words)
  const { process } = props
  return (
    <Document
      title={t('title')}
      process={useProcessBand(process, props.now)}
      back={{ href: `/processes/${process.slug}`, text: process.name }}
      wide
    >
      <h1>{t('title')}</h1>
      <p class="govuk-body-l">{t('intro')}</p>
      {props.counts.length === 0 && props.turnedDown.length === 0 ? (
        <p class="govuk-body">{t('empty')}</p>
      ) : (
        <Log {...props} />
      )}
    </Document>
  )
}

function Log({
  process,
  counts,
  reasons,
  older,
  first,
  turnedDown,
  objections,
  ...listed
}: ModerationLogProps) {
  const t = useWords(words)
  const path = `/processes/${process.slug}/moderation-log`
  return (
    <>
      <Counts counts={counts} reasons={reasons} />
      <p class="govuk-body">
        <a class="govuk-link" href={`${path}.csv`}>
          {t('csv')}
        </a>
      </p>
      <Decisions {...listed} zone={process.zone} reasons={reasons} />
      <Pagination
        previous={first ? undefined : { href: path, text: t('newest') }}
        next={older ? { href: `${path}?before=${encodeURIComponent(older)}`, text: t('older') } : undefined}
      />
      <TurnedDownProposals {...{ turnedDown, reasons }} names={listed.names} zone={process.zone} />
      <Objections objections={objections} names={listed.names} zone={process.zone} />
      <Meanings reasons={reasons} />
    </>
  )
}

/** The reasons given, by their names. */
function useNames(reasons: readonly Reason[]) {
  const called = useReasonNames()
  return (given: Pick<Decision, 'reason' | 'redactedFor'>) =>
    reasonsOf(given)
      .map((code) => called(reasons.find((reason) => reason.code === code)?.name ?? code))
      .join(', ')
}

/** A name under a joint comment is withheld by itself. */
function actKey(act: ModerationAct, kind: string) {
  if (kind !== 'signatory') return act
  return act === 'withhold' ? 'withholdName' : 'postName'
}

function Counts({ counts, reasons }: Pick<ModerationLogProps, 'counts' | 'reasons'>) {
  const t = useWords(words)
  const namesOf = useNames(reasons)
  return (
    <Table
      caption={t('counts')}
      captionClass="govuk-table__caption--m"
      head={[{ text: t('decision') }, { text: t('reason') }, { text: t('count'), numeric: true }]}
      rows={counts.map((one) => [
        { text: t(actKey(one.act, one.kind)) },
        { text: namesOf(one) || t('noReason') },
        { text: one.count, numeric: true },
      ])}
    />
  )
}

type ListedProps = Pick<ModerationLogProps, 'decisions' | 'proposed' | 'names' | 'reasons'> & { zone: string }

function Decisions({ decisions, proposed, names, reasons, zone }: ListedProps) {
  const t = useWords(words)
  const namesOf = useNames(reasons)
  const head = [t('when'), t('decision'), t('about'), t('reason'), t('explanation')]
  return (
    <Table
      caption={t('listed')}
      captionClass="govuk-table__caption--m"
      class="parley-cards"
      head={head.map((text) => ({ text }))}
      rows={decisions.map((one) => [
        { text: <Time at={one.at} zone={zone} /> },
        { text: <Act decision={one} proposed={proposed.get(one.id)} zone={zone} /> },
        { text: <About about={one.about} names={names} /> },
        { text: namesOf(one) || t('noReason') },
        { text: one.explanation || t('noExplanation') },
      ])}
    />
  )
}

function Act({
  decision,
  proposed,
  zone,
}: {
  decision: Decision
  proposed: Instant | undefined
  zone: string
}) {
  const t = useWords(words)
  const { act, about, redactions: count } = decision
  return (
    <>
      {count > 0 ? t('redactCount', { count }) : t(actKey(act, about.kind))}
      {proposed && (
        <>
          {'. '}
          {t('twoModerators')} <Time at={proposed} zone={zone} />
        </>
      )}
    </>
  )
}

type TurnedDownProps = Pick<ModerationLogProps, 'turnedDown' | 'names' | 'reasons'> & { zone: string }

function TurnedDownProposals({ turnedDown, names, reasons, zone }: TurnedDownProps) {
  const t = useWords(words)
  const namesOf = useNames(reasons)
  if (turnedDown.length === 0) return null
  const head = [t('proposedWhen'), t('turnedDownWhen'), t('about'), t('reason'), t('turnedDownWhy')]
  return (
    <Table
      caption={t('turnedDown')}
      captionClass="govuk-table__caption--m"
      class="parley-cards"
      head={head.map((text) => ({ text }))}
      rows={turnedDown.map(({ at, closedAt, about, reason, explanation, why }) => [
        { text: <Time at={at} zone={zone} /> },
        { text: <Time at={closedAt} zone={zone} /> },
        { text: <About about={about} names={names} /> },
        { text: [namesOf({ reason, redactedFor: [] }), explanation].filter(Boolean).join(': ') },
        { text: why },
      ])}
    />
  )
}

type ObjectionsProps = Pick<ModerationLogProps, 'objections' | 'names'> & { zone: string }

/** What became of each; what senders wrote is for moderators only. */
function Objections({ objections, names, zone }: ObjectionsProps) {
  const t = useWords(words)
  if (objections.length === 0) return null
  const head = [t('objectedWhen'), t('about'), t('objectionEnded'), t('objectionOutcome')]
  return (
    <Table
      caption={t('objections')}
      captionClass="govuk-table__caption--m"
      class="parley-cards"
      head={head.map((text) => ({ text }))}
      rows={objections.map(({ at, about, outcome, closedAt, why }) => [
        { text: <Time at={at} zone={zone} /> },
        { text: <About about={about} names={names} /> },
        { text: closedAt ? <Time at={closedAt} zone={zone} /> : t('noExplanation') },
        { text: [t(outcome ? `objection-${outcome}` : 'objectionWaits'), why].filter(Boolean).join(': ') },
      ])}
    />
  )
}

function About({ about, names }: { about: Ref; names: ReadonlyMap<string, Named> }) {
  const named = names.get(refKey(about))
  if (!named) return <>{about.id}</>
  return (
    <a class="govuk-link" href={named.href}>
      {named.text}
    </a>
  )
}

function Meanings({ reasons }: { reasons: readonly Reason[] }) {
  const t = useWords(words)
  const called = useReasonNames()
  return (
    <section>
      <h2 class="govuk-heading-m">{t('reasons')}</h2>
      <dl class="govuk-body">
        {reasons.map(({ code, name, meaning }) => (
          <div key={code} id={`reason-${code}`}>
            <dt class="govuk-!-font-weight-bold">{called(name)}</dt>
            <dd>{called(meaning)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

import { useGroupNames } from '../../../participants/index.ts'
import { StakeholderMark, Stamp, SummaryList, type SummaryRow, Time } from '../../../platform/html/index.ts'
import { countryName, languageName, useLocale, useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { channelWords } from '../channel-words.ts'
import type { Shown, Sender as ShownSender } from '../model.ts'
import { words } from '../words.ts'
import type { CommentPageProps } from './comment-page-props.ts'

type Props = CommentPageProps & { shown: Shown }

export function Facts(props: Props) {
  const t = useWords(words)
  const rows = [...useSender(props), ...useGroups(props), ...useArrival(props)].flatMap((row) => row || [])
  return (
    <section aria-labelledby="facts">
      <h2 class="govuk-visually-hidden" id="facts">
        {t('facts')}
      </h2>
      <SummaryList class="govuk-summary-list--no-border" rows={rows} />
    </section>
  )
}

type MaybeRow = SummaryRow | '' | false | undefined

function useSender({ shown: { sender, country } }: Props): MaybeRow[] {
  const t = useWords(words)
  const locale = useLocale()
  return [
    { term: t('from'), value: sender ? <Sender {...sender} /> : t('someone') },
    sender?.organisation && { term: t('organisation'), value: sender.organisation },
    sender?.capacity && { term: t('capacity'), value: t(sender.capacity) },
    country && { term: t('country'), value: countryName(country, locale) },
  ]
}

function Sender({ name, verification }: ShownSender) {
  const t = useWords(words)
  return (
    <>
      {name ?? t('someone')}{' '}
      <Stamp tone={verification === 'none' ? 'quiet' : 'success'}>{t(`verification-${verification}`)}</Stamp>
    </>
  )
}

function useGroups({ shown: { group, assignedGroup, language }, groups }: Props): MaybeRow[] {
  const t = useWords(words)
  const locale = useLocale()
  const called = useGroupNames()
  const mark = (code: string) => <StakeholderMark code={code} name={called(groups.get(code)?.name ?? code)} />
  return [
    { term: t('group'), value: mark(group) },
    assignedGroup !== undefined &&
      assignedGroup !== group && { term: t('groupAssigned'), value: mark(assignedGroup) },
    {
      term: t('language'),
      value: language === 'und' ? t('languageNone') : languageName(language, locale),
    },
  ]
}

function useArrival({ shown: { channel, original }, comment, request: { deadline } }: Props): MaybeRow[] {
  const t = useWords(words)
  const { receivedAt, sentAt } = comment
  const at = (instant: Instant) => <Time at={instant} zone={deadline.zone} />
  const source = original?.source
  return [
    { term: t('receivedAt'), value: at(receivedAt) },
    sentAt.getTime() !== receivedAt.getTime() && { term: t('sentAt'), value: at(sentAt) },
    original && {
      term: t('origin'),
      value: source ? t('originAt', { id: original.id, source }) : original.id,
    },
    { term: t('channel'), value: t(channelWords[channel]) },
  ]
}

import { useGroupNames } from '../../../participants/index.ts'
import { Stamp, SummaryList, type SummaryRow, Time } from '../../../platform/html/index.ts'
import { countryName, languageName, useLocale, useWords } from '../../../platform/i18n/index.ts'
import { words } from '../words.ts'
import type { ModerationPageProps } from './moderation-page-props.ts'

type Props = ModerationPageProps & { state: string }

export function SentFacts({ whole, request, groups, state }: Props) {
  const t = useWords(words)
  const locale = useLocale()
  const called = useGroupNames()
  const { comment, particulars } = whole
  const group = groups.find(({ slug }) => slug === comment.group)?.name ?? comment.group
  const shown = (name: string) => t(comment.named ? 'nameShown' : 'nameHidden', { name })
  const { name, organisation } = particulars ?? {}
  const rows: (SummaryRow | false | null | '' | undefined)[] = [
    { term: t('received'), value: <Time at={comment.receivedAt} zone={request.deadline.zone} /> },
    { term: t('from'), value: name ? shown(name) : t('nameNone') },
    organisation && { term: t('organisation'), value: shown(organisation) },
    { term: t('group'), value: group && called(group) },
    { term: t('language'), value: languageName(comment.language, locale) },
    whole.signatories.length > 0 && {
      term: t('signedWith'),
      value: (
        <>
          {shown(whole.signatories.join('; '))}{' '}
          <a href={`/comments/${comment.number}/moderation/signatories`}>{t('signedWithheld')}</a>
        </>
      ),
    },
    comment.country && { term: t('country'), value: countryName(comment.country, locale) },
  ]
  return (
    <>
      <p>
        <Stamp tone={comment.state === 'screening' ? 'notice' : 'quiet'}>{state}</Stamp>
      </p>
      <SummaryList rows={rows.flatMap((row) => row || [])} />
    </>
  )
}

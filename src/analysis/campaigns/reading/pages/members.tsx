import { useGroupNames } from '../../../../participants/index.ts'
import { Pagination, StakeholderMark, Table } from '../../../../platform/html/index.ts'
import { dayIn, useLocale, useWords } from '../../../../platform/i18n/index.ts'
import { campaignAddress } from '../address.ts'
import type { Member } from '../model.ts'
import { words } from '../words.ts'
import type { CampaignProps } from './props.ts'
import { WordsLink } from './words-link.tsx'

export function Members({ request, campaign, members, groups, from, next }: CampaignProps) {
  const t = useWords(words)
  const locale = useLocale()
  const called = useGroupNames()
  const { zone } = request.deadline
  const address = campaignAddress(request.docket, campaign.id)
  const nameOf = (slug: string) => called(groups.find((one) => one.slug === slug)?.name ?? slug)
  return (
    <section aria-labelledby="members">
      <h2 id="members">{t('members')}</h2>
      <p>{t('membersText')}</p>
      <Table
        cards
        aria-labelledby="members"
        head={['columnComment', 'columnFrom', 'columnSent', 'columnJoined'].map((name) => ({
          text: t(name as 'columnComment'),
        }))}
        rowHeaders
        rows={members.map((member) => [
          { text: <WordsLink number={member.number} attachment={undefined} /> },
          {
            text: (
              <>
                <StakeholderMark code={member.group} name={nameOf(member.group)} />
                <Level {...member} />
              </>
            ),
          },
          { text: dayIn(member.sentAt, zone, locale) },
          { text: member.joinedAt ? dayIn(member.joinedAt, zone, locale) : '' },
        ])}
      />
      <Pagination
        label={t('members')}
        previous={from ? { href: `${address}#members`, text: t('previous') } : undefined}
        next={
          next ? { href: `${address}?after=${encodeURIComponent(next)}#members`, text: t('next') } : undefined
        }
      />
    </section>
  )
}

function Level({ named, verification }: Member) {
  const t = useWords(words)
  return <span class="parley-local">{t(named ? `named-${verification}` : 'withoutName')}</span>
}

import { Table, Time } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Process } from '../../../processes/index.ts'
import { type Deliberation, deliberationAddress, stateOf } from '../model.ts'
import { words } from '../words.ts'

interface Props {
  process: Pick<Process, 'slug'>
  deliberations: readonly Deliberation[]
  now: Instant
}

export function DeliberationTable({ process, deliberations, now }: Props) {
  const t = useWords(words)
  return (
    <Table
      cards
      caption={t('listTitle')}
      captionClass="govuk-visually-hidden"
      head={[{ text: t('title') }, { text: t('stateTerm') }, { text: t('closesTerm') }]}
      rows={deliberations.map((one) => [
        {
          text: (
            <a href={deliberationAddress(process.slug, one.number)} lang={one.language}>
              <bdi>{one.title}</bdi>
            </a>
          ),
        },
        { text: t(`state-${stateOf(one, now)}`) },
        { text: <Time at={one.closes} zone={one.zone} /> },
      ])}
    />
  )
}

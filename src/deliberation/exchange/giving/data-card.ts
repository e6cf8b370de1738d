import { defaultLocale, inZone } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { deliberationAddress } from '../../deliberations/model.ts'
import type { Seen } from '../../deliberations/seen.ts'
import { words } from '../words.ts'

const t = words.in(defaultLocale)

export interface Made {
  origin: string
  at: Instant
  /** How much is in the files. */
  counts: { participants: number; statements: number; votes: number }
  /** Of the map that stood; nothing before the first votes. */
  version: number | undefined
}

const section = (title: string, ...paragraphs: string[]) => [`## ${title}`, '', ...paragraphs, ''].join('\n')

/** What a stranger has to know before they count anything in the files beside it. */
export function dataCard({ process, deliberation }: Seen, { origin, at, counts, version }: Made): string {
  const address = `${origin}${deliberationAddress(process.slug, deliberation.number)}`
  const { title, intro, zone, electorate } = deliberation
  const [opens, closes] = [deliberation.opens, deliberation.closes].map((one) =>
    inZone(one, zone, defaultLocale),
  )
  return [
    `# ${title}`,
    '',
    t('cardWhat', { title, process: process.name, address }),
    '',
    section(t('cardAsked'), intro),
    section(t('cardWhen'), t('cardTimes', { opens, closes }), t('cardMade', { made: at.toISOString() })),
    section(t('cardWho'), t(`cardWho-${electorate}`)),
    section(t('cardCounts'), t('cardCountsText', counts), t('cardVersion', { version: version ?? 0 })),
    section(t('cardMissing'), t('cardMissingText')),
    section(t('cardFiles'), t('cardFilesText', { address })),
    section(t('cardCheck'), t('cardCheckText', { origin })),
    section(t('cardLicence'), t('licenceText')),
  ].join('\n')
}

export const licence = (): string => `${t('licenceText')}\n`

import { Caption, Document, Table } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { useProcessBand } from '../../../processes/index.ts'
import { deliberationAddress } from '../../deliberations/model.ts'
import type { Seen } from '../../deliberations/seen.ts'
import { words } from '../words.ts'

const files = [
  ['comments.csv', 'file-comments'],
  ['votes.csv', 'file-votes'],
  ['participants-votes.csv', 'file-participants'],
  ['summary.csv', 'file-summary'],
  ['columns.csv', 'file-columns'],
  ['README.md', 'file-card'],
  ['LICENCE.txt', 'file-licence'],
] as const

/** The files of a deliberation, each at an address that stays. */
export function FilesPage({ process, deliberation, now }: Seen & { now: Instant }) {
  const t = useWords(words)
  const here = deliberationAddress(process.slug, deliberation.number)
  return (
    <Document
      title={t('title')}
      process={useProcessBand(process, now)}
      back={{ href: here, text: deliberation.title }}
    >
      <Caption>{deliberation.title}</Caption>
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      <p>
        <a href={`${here}/files/all.zip`}>{t('all')}</a>
      </p>
      <Table
        cards
        rowHeaders
        head={[{ text: t('file') }, { text: t('holds') }]}
        rows={files.map(([name, key]) => [
          { text: <a href={`${here}/files/${name}`}>{name}</a> },
          { text: t(key) },
        ])}
      />
      <p>{t('fresh')}</p>
      <h2>{t('cardMissing')}</h2>
      <p>{t('cardMissingText')}</p>
      <h2>{t('cardLicence')}</h2>
      <p>{t('licenceText')}</p>
    </Document>
  )
}

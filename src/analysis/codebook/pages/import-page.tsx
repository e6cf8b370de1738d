import { Button, Document, ErrorSummary, Textarea } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { type Process, useProcessBand } from '../../../processes/index.ts'
import type { RowFault } from '../check-list.ts'
import { MOST_CODES } from '../model.ts'
import { words } from '../words.ts'

interface Props {
  process: Process
  now: Instant
  list: string
  wrong: 'empty' | 'too-many' | readonly RowFault[] | undefined
}

const SHOWN = 50
const example =
  'name\tdefinition\texample\tparent\nUpdates\tWhatever is said of updates\t\t\nDuration\tFor how long\t“ten years”\tUpdates'

/** Where a whole codebook is pasted; what is wrong is said line by line. */
export function ImportPage({ process, now, list, wrong }: Props) {
  const t = useWords(words)
  return (
    <Document
      title={t('importCodes')}
      problems={wrong !== undefined}
      process={useProcessBand(process, now)}
      back={{ href: `/processes/${process.slug}/codebook`, text: t('codebook') }}
      unlisted
    >
      {wrong !== undefined && <Wrong wrong={wrong} />}
      <h1>{t('importCodes')}</h1>
      <p class="govuk-body-l">{t('importIntro')}</p>
      <p>{t('importExample')}</p>
      <pre class="parley-muted">{example}</pre>
      <form method="post" action={`/processes/${process.slug}/codebook/import`} noValidate>
        <Textarea name="list" label={t('list')} hint={t('listHint')} value={list} rows={12} dir="auto" />
        <Button>{t('importButton')}</Button>
      </form>
    </Document>
  )
}

function Wrong({ wrong }: { wrong: NonNullable<Props['wrong']> }) {
  const t = useWords(words)
  if (typeof wrong === 'string') {
    const text = wrong === 'empty' ? t('listEmpty') : t('listTooMany', { most: MOST_CODES })
    return <ErrorSummary problems={[{ href: '#list', text }]} />
  }
  const more = wrong.length - SHOWN
  return (
    <ErrorSummary title={t('faults', { count: wrong.length })} problems={[]}>
      <ul class="govuk-list govuk-error-summary__list">
        {wrong.slice(0, SHOWN).map(({ row, problem, words: about }) => (
          <li key={`${row} ${problem}`}>
            <a href="#list">{t(problem, { row, words: about })}</a>
          </li>
        ))}
        {more > 0 && <li>{t('moreFaults', { count: more })}</li>}
      </ul>
    </ErrorSummary>
  )
}

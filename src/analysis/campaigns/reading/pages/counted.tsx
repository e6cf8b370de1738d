import { SummaryList } from '../../../../platform/html/index.ts'
import { count, useLocale, useWords } from '../../../../platform/i18n/index.ts'
import { type RequestCounts, type Signatories, signatoriesOf } from '../model.ts'
import { words } from '../words.ts'

/** Each number by itself, none subtracted from another. */
export function Counted({ signatories, ...counts }: RequestCounts) {
  const t = useWords(words)
  const locale = useLocale()
  const row = (name: 'comments' | 'distinct' | 'copies' | 'campaigns' | 'stubs', hint?: string) => ({
    term: t(name),
    value: (
      <>
        {count(counts[name], locale)}
        {hint && <span class="parley-local">{hint}</span>}
      </>
    ),
  })
  const rows = [
    row('comments'),
    row('distinct', t('distinctText')),
    row('campaigns'),
    row('copies'),
    row('stubs', t('stubsText')),
  ]
  const names = {
    term: t('signatories'),
    value: (
      <>
        <Levels {...signatories} />
        <span class="parley-local">{t('signatoriesText')}</span>
      </>
    ),
  }
  return (
    <>
      <h2>{t('counts')}</h2>
      <SummaryList rows={[...rows, names]} />
    </>
  )
}

export function Levels(signatories: Signatories) {
  const t = useWords(words)
  const { none, organisation, 'e-mail': mail } = signatories
  return <>{t('levels', { count: signatoriesOf(signatories), organisation, mail, none })}</>
}

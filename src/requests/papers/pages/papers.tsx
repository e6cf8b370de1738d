import { count, useLocale, useWords } from '../../../platform/i18n/index.ts'
import { words } from '../../words.ts'
import type { Paper } from '../model.ts'

export function Papers({ docket, papers }: { docket: string; papers: readonly Paper[] }) {
  const t = useWords(words)
  return (
    <section aria-labelledby="papers">
      <h2 id="papers">{t('papers')}</h2>
      <ul>
        {papers.map((paper) => (
          <li key={paper.id}>
            <PaperLink docket={docket} paper={paper} />
          </li>
        ))}
      </ul>
    </section>
  )
}

export function PaperLink({ docket, paper }: { docket: string; paper: Paper }) {
  const t = useWords(words)
  const locale = useLocale()
  if ('url' in paper) {
    return (
      <a href={paper.url} rel="noopener">
        {paper.title}
      </a>
    )
  }
  const { name, bytes } = paper.file
  const kind = name.split('.').at(-1)?.toUpperCase() ?? ''
  const size = `${count(Math.max(1, Math.round(bytes / 1000)), locale)} kB`
  return (
    <>
      <a href={`/requests/${docket}/papers/${paper.id}`}>{paper.title}</a>{' '}
      <span class="parley-muted">({t('paperFile', { kind, size })})</span>
    </>
  )
}

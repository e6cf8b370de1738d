import { useWords } from '../../../platform/i18n/index.ts'
import type { Issue } from '../../../processes/index.ts'
import { words } from '../words.ts'

/** In the direction of its own letters, whatever the page's. */
export function IssueTitle({ number, title }: Pick<Issue, 'number' | 'title'>) {
  const t = useWords(words)
  return <bdi>{t('issueIs', { number, title })}</bdi>
}

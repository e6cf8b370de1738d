import { ClaimedText, paragraphsOf } from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import type { ShownWords } from '../model.ts'
import { words } from '../words.ts'
import { WordsLink } from './words-link.tsx'

const MOST_LETTERS = 20_000

/** The words that stand for all, in the dress of what people wrote. */
export function TemplateText(template: ShownWords) {
  const t = useWords(words)
  const { text, language } = template
  const shown = text.length > MOST_LETTERS ? text.slice(0, MOST_LETTERS).toWellFormed() : text
  return (
    <section aria-labelledby="template">
      <h2 id="template">{t('template')}</h2>
      <p class="parley-muted">
        {t.rich('templateFrom', { number: () => <WordsLink key="number" {...template} /> })}{' '}
        {shown !== text && t('templateLong')}
      </p>
      <ClaimedText lang={language} paragraphs={paragraphsOf(shown, 'template-p')} />
    </section>
  )
}

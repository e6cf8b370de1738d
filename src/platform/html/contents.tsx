import { useWords } from '../i18n/index.ts'
import { words } from './words.ts'

export interface ContentsItem {
  href: string
  text: string
}

/** The contents list of a long page: beside the text where there is room, above it where there is none. */
export function Contents({ items }: { items: readonly ContentsItem[] }) {
  const t = useWords(words)
  return (
    <nav class="parley-contents" aria-labelledby="contents-title">
      <h2 class="govuk-heading-s" id="contents-title">
        {t('contents')}
      </h2>
      <ol class="govuk-list">
        {items.map((item) => (
          <li key={item.href}>
            <a class="govuk-link" href={item.href}>
              {item.text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

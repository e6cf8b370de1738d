import { useWords } from '../i18n/index.ts'
import { useChrome } from './chrome.tsx'
import { words } from './words.ts'

/** What stands before the body of every page. */
export function Head({ title, unlisted }: { title: string; unlisted?: boolean | undefined }) {
  const { assets, installation } = useChrome()
  const t = useWords(words)
  return (
    <head>
      <meta charset="utf-8" />
      <title>{t('titleOf', { title, installation })}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="color-scheme" content="light dark" />
      {unlisted && <meta name="robots" content="noindex" />}
      <link rel="stylesheet" href={assets.stylesheet} />
      {assets.icon && <link rel="icon" type="image/svg+xml" href={assets.icon} />}
    </head>
  )
}

import type { ComponentChildren } from 'preact'
import { directionOf } from '../i18n/index.ts'
import { IslandScripts, useChrome } from './chrome.tsx'
import { Head } from './head.tsx'

/** A page that other sites show within theirs: its content alone, without what leads around this installation. */
export function EmbeddedDocument({ title, children }: { title: string; children?: ComponentChildren }) {
  const { locale } = useChrome()
  return (
    <html lang={locale} dir={directionOf(locale)} class="govuk-template">
      <Head title={title} unlisted />
      <body class="govuk-template__body">
        <main class="parley-main parley-embedded">{children}</main>
        <IslandScripts />
      </body>
    </html>
  )
}

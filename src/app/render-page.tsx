import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Actor } from '../participants/index.ts'
import { type Chrome, ChromeProvider } from '../platform/html/index.ts'
import { type Locale, LocaleProvider } from '../platform/i18n/index.ts'

type Around = Omit<Chrome, 'viewer' | 'locale' | 'checkpoint'> & {
  locale: Locale
  viewer: Actor
  checkpoint: Chrome['checkpoint'] | undefined
}

/** The page with what stands around every page: whose installation, who reads, how far the record goes. */
export function renderPage(page: VNode, { viewer, checkpoint, ...around }: Around): string {
  const { name, person, everywhere } = viewer
  const chrome: Chrome = {
    ...around,
    ...(person && { viewer: { name, administrator: everywhere.has('administrator') } }),
    ...(checkpoint && { checkpoint }),
  }
  const html = renderToString(
    <ChromeProvider value={chrome}>
      <LocaleProvider locale={around.locale}>{page}</LocaleProvider>
    </ChromeProvider>,
  )
  return `<!doctype html>${html}`
}

import type { ComponentChildren } from 'preact'
import { directionOf, useWords } from '../i18n/index.ts'
import { IslandScripts, useChrome } from './chrome.tsx'
import { Contents, type ContentsItem } from './contents.tsx'
import { BackLink, SkipLink } from './govuk/index.ts'
import { Head } from './head.tsx'
import { PageFooter } from './page-footer.tsx'
import { PageHeader } from './page-header.tsx'
import { ProcessBand, type ProcessBandProps } from './process-band.tsx'
import { words } from './words.ts'

interface Props {
  title: string
  /** The form on this page came back with problems: the title says so first (WCAG 2.2 H102). */
  problems?: boolean
  process?: ProcessBandProps
  contents?: readonly ContentsItem[]
  back?: { href: string; text?: string }
  /** Lists and tables take the whole width; text keeps to its measure. */
  wide?: boolean
  unlisted?: boolean
  children?: ComponentChildren
}

/** The whole page, complete before any script arrives. */
export function Document({ title, problems, process, contents, back, wide, unlisted, children }: Props) {
  const { locale } = useChrome()
  const t = useWords(words)
  return (
    <html lang={locale} dir={directionOf(locale)} class="govuk-template">
      <Head {...{ title: problems ? t('errorTitle', { title }) : title, unlisted }} />
      <body class="govuk-template__body">
        <SkipLink href="#main-content">{t('skip')}</SkipLink>
        <PageHeader />
        {process && <ProcessBand {...process} />}
        <div class="govuk-width-container parley-page">
          {back && (
            <nav aria-label={t('backNav')}>
              <BackLink href={back.href}>{back.text && <bdi>{back.text}</bdi>}</BackLink>
            </nav>
          )}
          <div class={contents ? 'parley-columns' : undefined}>
            {contents && <Contents items={contents} />}
            <main
              class={wide ? 'parley-main parley-main--wide' : 'parley-main'}
              id="main-content"
              tabIndex={-1}
            >
              {children}
            </main>
          </div>
        </div>
        <PageFooter />
        <IslandScripts />
      </body>
    </html>
  )
}

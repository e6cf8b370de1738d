import { offeredLocales, useLocale, useWords } from '../i18n/index.ts'
import { type Chrome, useChrome } from './chrome.tsx'
import { words } from './words.ts'

export function PageHeader() {
  const { installation, path, answersForm = false, viewer } = useChrome()
  const t = useWords(words)
  return (
    <header class="parley-header">
      <div class="govuk-width-container parley-header__row">
        <a class="parley-header__home" href="/">
          {installation}
        </a>
        <nav aria-label={t('yourPages')}>
          <ul class="parley-header__links">
            {!answersForm && <Languages path={path} offered={offeredLocales} />}
            {viewer ? <Viewer {...viewer} /> : <SignIn path={answersForm ? '/sign-in' : path} />}
          </ul>
        </nav>
      </div>
    </header>
  )
}

/** Signing in leads back to where one was, unless that was on the way to signing in. */
function signInAddress(path: string): string {
  if (path.startsWith('/sign-in?')) return path
  return path.startsWith('/sign-in') ? '/sign-in' : `/sign-in?to=${encodeURIComponent(path)}`
}

function SignIn({ path }: { path: string }) {
  const t = useWords(words)
  return (
    <li>
      <a href={signInAddress(path)}>{t('signIn')}</a>
    </li>
  )
}

function Viewer({ name, administrator }: NonNullable<Chrome['viewer']>) {
  const t = useWords(words)
  return (
    <>
      {administrator && (
        <li>
          <a href="/administration">{t('administration')}</a>
        </li>
      )}
      <li>
        <a href="/me">
          <bdi>{name}</bdi>
        </a>
      </li>
    </>
  )
}

interface Language {
  code: string
  name: string
}

/** The same page, with whatever else its address asks for. */
function inLanguage(path: string, code: string): string {
  const [place = '/', ...rest] = path.split('?')
  const query = new URLSearchParams(rest.join('?'))
  query.set('lang', code)
  return `${place}?${query}`
}

/** A choice only where there is one; each language names itself. */
export function Languages({ path, offered }: { path: string; offered: readonly Language[] }) {
  const current = useLocale()
  return offered
    .filter(({ code }) => code !== current)
    .map(({ code, name }) => (
      <li key={code}>
        <a href={inLanguage(path, code)} hreflang={code} lang={code}>
          {name}
        </a>
      </li>
    ))
}

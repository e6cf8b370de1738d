import { inZone, useLocale, useWords } from '../i18n/index.ts'
import { type Chrome, useChrome } from './chrome.tsx'
import { words } from './words.ts'

export function PageFooter() {
  const { checkpoint } = useChrome()
  const t = useWords(words)
  return (
    <footer class="parley-footer">
      <div class="govuk-width-container">
        <Ways />
        {checkpoint === undefined && <p>{t('checkpointNone')}</p>}
        {typeof checkpoint === 'object' && <Checkpoint {...checkpoint} />}
      </div>
    </footer>
  )
}

/** What people come back for, from whichever page they enter by. */
function Ways() {
  const t = useWords(words)
  const ways = [
    { href: '/organisations', text: t('toOrganisations') },
    { href: '/comment-key', text: t('toYourComment') },
    { href: '/resume', text: t('toSavedComment') },
    { href: '/check', text: t('toCheck') },
    { href: '/was-my-name-used', text: t('toNameUsed') },
  ]
  return (
    <nav aria-label={t('ways')} class="parley-noprint">
      <ul class="parley-footer__ways">
        {ways.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Checkpoint({ size, root, at, witnessed }: Exclude<Chrome['checkpoint'], 'unknown' | undefined>) {
  const t = useWords(words)
  const locale = useLocale()
  const shown = { size, root: `${root.slice(0, 12)}…`, time: inZone(at, 'UTC', locale) }
  return (
    <>
      <p>
        <a href="/log">{t('checkpoint', shown)}</a>
      </p>
      <p>{witnessed > 0 ? t('witnessed', { count: witnessed }) : t('unwitnessed')}</p>
    </>
  )
}

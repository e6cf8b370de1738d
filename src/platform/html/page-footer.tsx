import { inZone, useLocale, useWords } from '../i18n/index.ts'
import { type Chrome, useChrome } from './chrome.tsx'
import { words } from './words.ts'

export function PageFooter() {
  const { checkpoint } = useChrome()
  const t = useWords(words)
  return (
    <footer class="parley-footer">
      <div class="govuk-width-container">
        {checkpoint ? <Checkpoint {...checkpoint} /> : <p>{t('checkpointNone')}</p>}
      </div>
    </footer>
  )
}

function Checkpoint({ size, root, at, witnessed }: NonNullable<Chrome['checkpoint']>) {
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

import { useWords } from '../../../../platform/i18n/index.ts'
import { Redline } from '../../../campaigns/reading/pages/redline.tsx'
import { words } from '../../words.ts'
import type { SentenceChange } from '../what-changed.ts'

interface Props {
  changes: readonly SentenceChange[]
  before: number
  why: string
  language: string
}

/** What changed since the version before, redlined, and why. */
export function Changes({ changes, before, why, language }: Props) {
  const t = useWords(words)
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t('changesSince', { number: before })}</h2>
      {why && <p dir="auto">{t('changesWhy', { why })}</p>}
      {changes.length === 0 && <p>{t('changesNone')}</p>}
      <ul class="govuk-list">
        {changes.map((change, at) => (
          <li key={at}>
            <strong>{titleOf(t, change)}</strong>
            <Changed change={change} language={language} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const titleOf = (
  t: ReturnType<typeof useWords<keyof typeof import('../../words/en.json')>>,
  change: SentenceChange,
) => t(`change-${change.kind}`, { number: change.kind === 'removed' ? 0 : change.number })

function Changed({ change, language }: { change: SentenceChange; language: string }) {
  const t = useWords(words)
  const text = (body: string) => (
    <p class="parley-claimed__text" lang={language} dir="auto">
      {body}
    </p>
  )
  if (change.kind !== 'reworded') return text(change.text)
  if (change.stretches)
    return (
      <p class="parley-claimed__text" lang={language} dir="auto">
        <Redline stretches={change.stretches} />
      </p>
    )
  return (
    <div class="parley-sides">
      <div>
        <p>{t('textBefore')}</p>
        {text(change.from)}
      </div>
      <div>
        <p>{t('textAfter')}</p>
        {text(change.to)}
      </div>
    </div>
  )
}

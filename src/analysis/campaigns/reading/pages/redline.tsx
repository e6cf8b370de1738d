import { useLocale, useWords } from '../../../../platform/i18n/index.ts'
import type { Stretch } from '../redline/redline.ts'
import { words } from '../words.ts'

/** What was added is underlined, what is left out is struck through; who listens is told so in words. */
export function Redline({ stretches }: { stretches: readonly Stretch[] }) {
  return (
    <>
      {stretches.map((stretch, at) => (
        <One key={at} stretch={stretch} />
      ))}
    </>
  )
}

function One({ stretch }: { stretch: Stretch }) {
  const t = useWords(words)
  if (stretch.kind === 'gap') return <Gap />
  if (stretch.kind === 'same') return <>{stretch.text}</>
  const Mark = stretch.kind === 'added' ? 'ins' : 'del'
  return (
    <Mark class="parley-redline">
      <Spoken text={t(stretch.kind)} />
      {stretch.text}
      <Spoken text={t('endOfChange')} />
    </Mark>
  )
}

function Spoken({ text }: { text: string }) {
  return (
    <span class="govuk-visually-hidden" lang={useLocale()}>
      {text}
    </span>
  )
}

function Gap() {
  const t = useWords(words)
  return (
    <>
      {' '}
      <span aria-hidden="true">[…]</span>
      <Spoken text={`(${t('gap')})`} />{' '}
    </>
  )
}

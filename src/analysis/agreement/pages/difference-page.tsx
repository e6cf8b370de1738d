import { Button, Caption, Colon, Document, ErrorSummary, Textarea } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { type Process, useProcessBand } from '../../../processes/index.ts'
import type { Code } from '../../codebook/model.ts'
import { type FieldProblems, type Fields, oneOf } from '../../coding/codings/read-content.ts'
import type { CoderId, JudgedCoding } from '../../coding/model.ts'
import { ContentFields } from '../../coding/pages/content-fields.tsx'
import { Said } from '../../coding/pages/said.tsx'
import { words as codingWords } from '../../coding/words.ts'
import { type WordKey, words } from '../words.ts'

export interface DifferencePageProps {
  process: Process
  now: Instant
  excerpt: { id: string; number: string; language: string; words: string }
  codings: readonly JudgedCoding[]
  codes: readonly Code[]
  names: ReadonlyMap<CoderId, string>
  maySettle: boolean
  fields: Fields
  /** What is to be mended in the fields of another reading. */
  problems: FieldProblems | undefined
  refused: WordKey | undefined
}

/** What the coders said of one excerpt, side by side, and what is settled on. */
export function DifferencePage(props: DifferencePageProps) {
  const t = useWords(words)
  const c = useWords(codingWords)
  const { process, now, excerpt, problems, refused, maySettle } = props
  const title = t('settleOne')
  return (
    <Document
      title={title}
      problems={problems !== undefined || refused !== undefined}
      process={useProcessBand(process, now)}
      back={{ href: `/processes/${process.slug}/adjudication`, text: t('adjudication') }}
      unlisted
    >
      {problems && (
        <ErrorSummary problems={[...problems].map(([field, key]) => ({ href: `#${field}`, text: c(key) }))} />
      )}
      {refused && (
        <ErrorSummary
          problems={[{ text: t(refused), href: refused === 'reasonLong' ? '#reason' : undefined }]}
        />
      )}
      <Caption>{t('excerptOf', { number: excerpt.number })}</Caption>
      <h1>{title}</h1>
      <blockquote class="parley-claimed">
        <p class="parley-claimed__text" lang={excerpt.language} dir="auto">
          {excerpt.words}
        </p>
        <p class="parley-claimed__links">
          <a href={`/comments/${excerpt.number}/coding#excerpt-${excerpt.id}`}>{t('toComment')}</a>
        </p>
      </blockquote>
      {maySettle ? <SettleForm {...props} /> : <Readings {...props} />}
    </Document>
  )
}

function SettleForm(props: DifferencePageProps) {
  const t = useWords(words)
  const { process, excerpt, codings, codes, fields, problems, refused } = props
  const settled = codings.find(({ stage }) => stage === 'settled')
  return (
    <form method="post" action={`/processes/${process.slug}/adjudication/${excerpt.id}`} noValidate>
      {/* Enter presses the first button of a form, which would settle for the first coder unasked. */}
      <button type="submit" disabled hidden />
      <input type="hidden" name="seen" value={settled?.id ?? ''} />
      <Readings {...props} />
      <Textarea
        {...{
          name: 'reason',
          label: t('reason'),
          hint: t('reasonHint'),
          rows: 2,
          dir: 'auto',
          optional: true,
        }}
        error={refused === 'reasonLong' ? t('reasonLong') : undefined}
        value={oneOf(fields, 'reason')}
      />
      <h2>{t('own')}</h2>
      <ContentFields {...{ codes, fields, problems, issues: process.issues }} />
      <Button name="coding" value="own" kind="secondary">
        {t('settleOwn')}
      </Button>
    </form>
  )
}

/** What each coder said, beside one another, each with its button; and what was settled on, if anything was. */
function Readings({ codings, codes, process, names, maySettle }: DifferencePageProps) {
  const t = useWords(words)
  const called = ({ coder }: JudgedCoding) => names.get(coder) ?? t('somebody')
  return (
    <div class="parley-sides">
      {codings.map((coding) => (
        <div key={coding.id}>
          <h2>{coding.stage === 'settled' ? t('settledAs') : t('coderSaid', { name: called(coding) })}</h2>
          <Said coding={coding} codes={codes} issues={process.issues} />
          {coding.stage === 'settled' && (
            <p class="parley-muted">
              {t('settledBy', { name: called(coding) })}
              {coding.reason && (
                <>
                  <Colon />
                  <bdi>{coding.reason}</bdi>
                </>
              )}
            </p>
          )}
          {maySettle && coding.stage === 'made' && (
            <Button name="coding" value={coding.id}>
              {t('takeThis')}
            </Button>
          )}
        </div>
      ))}
    </div>
  )
}

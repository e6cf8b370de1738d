import { Button, Document, Input, Table } from '../../platform/html/index.ts'
import { dayIn, useLocale, useWords } from '../../platform/i18n/index.ts'
import type { Stage, TemplateName } from '../model.ts'
import { templateNames, templates } from '../model.ts'
import { useOutcomeLine } from '../process-band.ts'
import { stagesFrom } from '../process-form.ts'
import { words } from '../words.ts'
import { StageCalendar } from './stage-calendar.tsx'

interface Props {
  opens: Stage['opens']
  /** The day as it was asked for, `2026-03-02`. */
  day: string
  /** The issue that opens the process, handed on to the form. */
  issue: string
  problem: boolean
}

/** Every pattern with its stages, as they would fall from a chosen day. */
export function PatternsPage({ opens, day, issue, problem }: Props) {
  const t = useWords(words)
  return (
    <Document title={t('patterns')} problems={problem} back={{ href: '/processes' }} unlisted wide>
      <h1>{t('patterns')}</h1>
      <p>{t('patternsIntro')}</p>
      <form method="get" action="/processes/patterns" noValidate>
        {issue && <input type="hidden" name="issue" value={issue} />}
        <Input
          name="opens"
          type="date"
          label={t('patternsOpens')}
          width={10}
          value={day}
          error={problem ? t('patternsDay') : undefined}
        />
        <Button kind="secondary">{t('patternsShow')}</Button>
      </form>
      {templateNames.map((name) => (
        <Pattern key={name} {...{ name, opens, day, issue }} />
      ))}
    </Document>
  )
}

function Pattern({ name, opens, day, issue }: Omit<Props, 'problem'> & { name: TemplateName }) {
  const t = useWords(words)
  const locale = useLocale()
  const outcome = useOutcomeLine(templates[name])
  const stages = stagesFrom(name, { opens }, locale)
  const asked = new URLSearchParams({ template: name, opens: day, ...(issue && { issue }) })
  return (
    <section aria-labelledby={name}>
      <h2 id={name}>{t(`pattern-${name}`)}</h2>
      <p>{t(`pattern-${name}-for`)}</p>
      <p>{t('patternOutcome', { outcome })}</p>
      <StageCalendar stages={stages} />
      <Table
        cards
        rowHeaders
        head={[
          { text: t('columnStageName') },
          { text: t('columnFrom') },
          { text: t('columnUntil') },
          { text: t('stageWhat') },
        ]}
        rows={stages.map(({ title, opens: from, closes, what }) => [
          { text: title },
          { text: dayIn(from, 'UTC', locale) },
          { text: dayIn(closes, 'UTC', locale) },
          { text: what },
        ])}
      />
      <p>
        <a href={`/processes/new?${asked}`}>{t('patternUse', { name: t(`pattern-${name}`) })}</a>
      </p>
    </section>
  )
}

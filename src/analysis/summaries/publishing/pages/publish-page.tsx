import { Button, Caption, Document, ErrorSummary, Input, Textarea } from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../../processes/index.ts'
import { draftAddress } from '../../addresses.ts'
import { countFlags } from '../../checking/flags.ts'
import { SentenceFlags, SummaryFlags } from '../../drafting/pages/flags.tsx'
import type { Draft } from '../../drafting/read-draft.ts'
import { LONGEST_REASON } from '../../model.ts'
import { SentenceText } from '../../reading/pages/summary-page.tsx'
import type { Where } from '../../where.ts'
import { type WordKey, words } from '../../words.ts'

export type PublishField = 'until' | 'inSpite' | 'changes'
export type PublishProblems = ReadonlyMap<PublishField, WordKey>

interface Props extends Where, Draft {
  typed: Readonly<Record<PublishField, string>>
  problems: PublishProblems
  refused: WordKey | undefined
}

/** The whole draft once more, with its flags, and what is said when it is published. */
export function PublishPage(props: Props) {
  const t = useWords(words)
  const { request, process, issue, now, typed, problems, refused, revision, checked, latest } = props
  const title = t('publishTitle', { number: (latest?.number ?? 0) + 1 })
  const say = (field: PublishField) => {
    const key = problems.get(field)
    return key && t(key, { limit: LONGEST_REASON })
  }
  const summary = [...problems.keys()].map((field) => ({ href: `#${field}`, text: say(field) ?? '' }))
  const flags = countFlags(checked)
  return (
    <Document
      title={title}
      problems={problems.size > 0 || refused !== undefined}
      process={useProcessBand(process, now, request)}
      back={{ href: draftAddress(request.docket, issue.number), text: t('draft') }}
      unlisted
    >
      {(summary.length > 0 || refused) && (
        <ErrorSummary problems={refused ? [{ text: t(refused) }, ...summary] : summary} />
      )}
      <Caption>{t('summaryOf', { number: issue.number, title: issue.title })}</Caption>
      <h1>{title}</h1>
      <Whole {...props} />
      <form method="post" action={`${draftAddress(request.docket, issue.number)}/publish`} noValidate>
        <input type="hidden" name="seen" value={revision} />
        <Input
          name="until"
          label={t('until')}
          hint={t('untilHint', { zone: process.zone })}
          type="date"
          width={10}
          value={typed.until}
          error={say('until')}
        />
        {latest && (
          <Textarea
            name="changes"
            label={t('changes')}
            hint={t('changesHint')}
            rows={3}
            dir="auto"
            value={typed.changes}
            error={say('changes')}
          />
        )}
        {flags > 0 && (
          <Textarea
            name="inSpite"
            label={t('inSpite', { count: flags })}
            hint={t('inSpiteHint')}
            rows={3}
            dir="auto"
            value={typed.inSpite}
            error={say('inSpite')}
          />
        )}
        <Button>{t('publish')}</Button>
      </form>
    </Document>
  )
}

function Whole({ sentences, checked, request, groups }: Props) {
  return (
    <>
      <ol class="govuk-list govuk-list--number govuk-list--spaced">
        {sentences.map((sentence) => (
          <li key={sentence.id}>
            <SentenceText sentence={sentence} language={request.language} />
            <SentenceFlags flags={checked.sentences.get(sentence.id) ?? []} />
          </li>
        ))}
      </ol>
      <SummaryFlags flags={checked.whole} groups={groups} />
    </>
  )
}

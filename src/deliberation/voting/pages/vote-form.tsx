import { Button, Checkboxes, Details, Keys, Textarea, useIsland } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { deliberationAddress } from '../../deliberations/model.ts'
import { LONGEST_REASON, voteWords } from '../model.ts'
import { words } from '../words.ts'
import type { VotePageProps } from './props.ts'

type Props = VotePageProps & { statement: { number: number; text: string }; problemText: string | undefined }

/** Plain buttons, each of which sends the vote. */
export function VoteForm(props: Props) {
  useIsland('keys')
  const t = useWords(words)
  const { deliberation, process, statement, code, skipped, typed, before } = props
  const here = deliberationAddress(process.slug, deliberation.number)
  const skip = [...new Set([...skipped, statement.number])].join(',')
  return (
    <form method="post" action={`${here}/vote`} noValidate data-island="keys">
      <p>{t('whatCounts')}</p>
      <input type="hidden" name="statement" value={statement.number} />
      <input type="hidden" name="skipped" value={skipped.join(',')} />
      {code && <input type="hidden" name="code" value={code} />}
      <h2>{t('statement', { number: statement.number })}</h2>
      <blockquote class="parley-claimed" id="statement">
        <p class="parley-claimed__text" lang={deliberation.language} dir="auto">
          {statement.text}
        </p>
      </blockquote>
      {before && <p>{t(`before-${before.word}`)}</p>}
      <Checkboxes
        name="matters"
        items={[{ value: 'yes', text: t('matters') }]}
        values={(before?.matters ?? typed.matters) ? ['yes'] : []}
      />
      <Reason {...props} />
      <div class="govuk-button-group" id="vote" tabIndex={-1}>
        {voteWords.map((word, at) => (
          <Button
            key={word}
            name="vote"
            value={word}
            kind={word === 'pass' ? 'secondary' : undefined}
            data-key={String(at + 1)}
          >
            {t(word)}
          </Button>
        ))}
        <a href={`${here}/vote?skipped=${skip}`}>{t('skip')}</a>
      </div>
      <Keys text={t('keys')} />
      <p class="govuk-hint">{t('whatIsKept')}</p>
    </form>
  )
}

function Reason({ typed, problem, problemText }: Props) {
  const t = useWords(words)
  return (
    <Details summary={t('giveReason')} open={typed.reason !== ''}>
      <Textarea
        name="reason"
        label={t('reason')}
        hint={t('reasonHint', { limit: LONGEST_REASON })}
        optional
        rows={3}
        value={typed.reason}
        error={problem === 'reasonLong' ? problemText : undefined}
      />
    </Details>
  )
}

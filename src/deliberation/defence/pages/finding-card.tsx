import { Button, Details, Table, Tag, Textarea } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { deliberationAddress } from '../../deliberations/model.ts'
import { wordOf } from '../../voting/model.ts'
import type { AlikeFinding, Judged } from '../model.ts'
import { words } from '../words.ts'
import { FindingSays, JudgmentSays } from './finding-says.tsx'
import { type DefencePageProps, LONGEST_REASON } from './props.ts'

type Props = DefencePageProps & { finding: Judged }

/** One finding: what it says, whether it flags its people, and the form that decides so. */
export function FindingCard({ finding, ...props }: Props) {
  const t = useWords(words)
  const { zone } = props.deliberation
  return (
    <section aria-labelledby={finding.key} class="parley-claimed">
      <h2 class="govuk-heading-m" id={finding.key}>
        {t(`kind-${finding.kind}`)}{' '}
        <Tag colour={finding.flagged ? 'yellow' : 'grey'}>
          {t(finding.flagged ? 'flagged' : 'notFlagged')}
        </Tag>
      </h2>
      <p>
        <FindingSays finding={finding} all={props.findings} zone={zone} />
      </p>
      {finding.judgment && (
        <p>
          <JudgmentSays judgment={finding.judgment} zone={zone} />
        </p>
      )}
      {finding.kind === 'alike' && <SharedVotes {...props} votes={finding.votes} />}
      {props.mayJudge && <JudgeForm {...props} finding={finding} />}
    </section>
  )
}

function SharedVotes({ votes, texts, deliberation }: DefencePageProps & Pick<AlikeFinding, 'votes'>) {
  const t = useWords(words)
  return (
    <Details summary={t('votes')}>
      <Table
        cards
        rowHeaders
        head={[{ text: t('statement') }, { text: t('vote') }]}
        rows={votes
          .filter(([statement]) => texts.has(statement))
          .map(([statement, value]) => [
            {
              text: (
                <span lang={deliberation.language} dir="auto">
                  {texts.get(statement)}
                </span>
              ),
            },
            { text: t(wordOf(value)) },
          ])}
      />
    </Details>
  )
}

function JudgeForm({ finding, deliberation, process, problem }: Props) {
  const t = useWords(words)
  const here = deliberationAddress(process.slug, deliberation.number)
  const own = problem?.finding === finding.key ? problem : undefined
  return (
    <form method="post" action={`${here}/defence`} noValidate class="parley-noprint">
      <input type="hidden" name="finding" value={finding.key} />
      <Textarea
        name="reason"
        id={`reason-${finding.key}`}
        label={t('reason')}
        hint={t('reasonHint')}
        rows={2}
        value={own?.reason}
        error={own && t(own.key, { limit: LONGEST_REASON })}
      />
      <Button name="flagged" value={finding.flagged ? 'no' : 'yes'} kind="secondary">
        {t(finding.flagged ? 'clear' : 'flag')}
      </Button>
    </form>
  )
}

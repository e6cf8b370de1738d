import { Button, Details, Input, Select } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { MOST_AT_ONCE, type Whose } from '../model.ts'
import { words } from '../words.ts'
import type { ModerationPageProps } from './moderation-page-props.ts'

/** What was filled in when several were to be assigned, and what was wrong with it. */
export interface Assigning {
  count: string
  to: string
  problem: 'countWrong' | 'toMissing' | 'toUnknown'
}

interface Props extends Pick<ModerationPageProps, 'request' | 'view' | 'moderators' | 'viewer'> {
  waiting: Readonly<Record<Whose, number>>
  assigning?: Assigning | undefined
}

/** Gives somebody the comments that wait longest and are nobody's. */
export function AssignNext({ request, waiting, view, moderators, viewer, assigning }: Props) {
  const t = useWords(words)
  if (view.part === 'second-look' || (waiting.nobody < 2 && !assigning)) return null
  const wrong = assigning && t(assigning.problem, { limit: MOST_AT_ONCE })
  const wrongCount = assigning?.problem === 'countWrong'
  return (
    <Details summary={t('assignNext')} open={assigning !== undefined}>
      <form method="post" action={`/requests/${request.docket}/queue/assignments`}>
        <Input
          id="next-count"
          name="count"
          label={t('assignCount')}
          hint={t('assignHint')}
          error={wrongCount ? wrong : undefined}
          value={assigning?.count ?? `${Math.min(10, waiting.nobody)}`}
          inputMode="numeric"
          width={3}
        />
        <Select
          id="next-to"
          name="to"
          label={t('handTo')}
          error={wrongCount ? undefined : wrong}
          value={assigning?.to ?? viewer ?? ''}
          options={[
            { value: '', text: t('choosePerson') },
            ...moderators.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
        <Button kind="secondary">{t('assign')}</Button>
      </form>
    </Details>
  )
}

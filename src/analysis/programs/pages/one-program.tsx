import { Button, Stamp, SummaryList, Time } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { toldOf } from '../asking/endpoint.ts'
import type { Program } from '../model.ts'
import type { Standing } from '../using/list-standings.ts'
import { type WordKey, words } from '../words.ts'
import { HowItFares } from './how-it-fares.tsx'
import type { ProgramsProps } from './programs-props.ts'

export const programWords = {
  'position-cues': { name: 'positionCues', does: 'positionCuesDoes' },
  'issues-and-codes': { name: 'issuesAndCodes', does: 'issuesAndCodesDoes' },
  'kinds-of-excerpt': { name: 'kindsOfExcerpt', does: 'kindsOfExcerptDoes' },
  endpoint: { name: 'languageModel', does: 'languageModelDoes' },
} as const satisfies Record<Program, Record<'name' | 'does', WordKey>>

type OneProps = ProgramsProps & { standing: Standing }

/** One program: what it does in plain words, whether it is on, how far it is, and how it fares. */
export function OneProgram(props: OneProps) {
  const t = useWords(words)
  const { standing, endpoint, onBench } = props
  const { program, use } = standing
  const { name, does } = programWords[program]
  const isOn = use?.on != null
  return (
    <section aria-labelledby={program}>
      <h2 id={program}>
        {t(name)} {isOn && <Stamp>{t('on')}</Stamp>}
      </h2>
      <p>{t(does)}</p>
      {program === 'endpoint' && <p>{endpoint ? t('sentTo', toldOf(endpoint)) : t('noneNamed')}</p>}
      {isOn && <State {...props} />}
      {use?.trouble && isOn && (
        <p>
          <strong>{t(troubleKey(use.trouble))}</strong>{' '}
          {use.again && (
            <>
              {t('triedAgain')} <Time at={use.again} zone={props.process.zone} />
            </>
          )}
        </p>
      )}
      {onBench && <HowItFares {...props} />}
      <Switch {...props} isOn={isOn} />
    </section>
  )
}

const troubles: Readonly<Record<string, WordKey>> = {
  away: 'troubleAway',
  slow: 'troubleSlow',
  refused: 'troubleRefused',
  limited: 'troubleLimited',
  unreadable: 'troubleUnreadable',
  key: 'troubleKey',
  failed: 'troubleFailed',
}

const troubleKey = (word: string): WordKey => troubles[word] ?? 'troubleAway'

function State({ standing, posted, process }: OneProps) {
  const t = useWords(words)
  const { use, version, read, program } = standing
  const rows = [
    { term: t('since'), value: use?.on ? <Time at={use.on} zone={process.zone} /> : '' },
    {
      term: t('version'),
      value: version
        ? t('versionIs', {
            version: version.version,
            count: version.learntFrom,
            learns: program === 'endpoint' ? 'no' : 'yes',
          })
        : t('versionNone'),
    },
    { term: t('hasRead'), value: t('hasReadOf', { read, posted }) },
    ...(program === 'endpoint'
      ? [
          {
            term: t('thrownAway'),
            value: t('thrownAwayIs', { misquoted: use?.misquoted ?? 0, unread: use?.unread ?? 0 }),
          },
        ]
      : []),
  ]
  return <SummaryList rows={rows} />
}

function Switch({
  standing: { program },
  request,
  maySwitch,
  maySend,
  endpoint,
  isOn,
}: OneProps & { isOn: boolean }) {
  const t = useWords(words)
  const may = program === 'endpoint' ? maySend && (endpoint !== undefined || isOn) : maySwitch
  if (!may) return null
  return (
    <form method="post" action={`/requests/${request.docket}/programs`} class="parley-noprint">
      <input type="hidden" name="program" value={program} />
      <Button name="switch" value={isOn ? 'off' : 'on'} kind={isOn ? 'secondary' : undefined}>
        {t(isOn ? 'switchOff' : 'switchOn')}
        <span class="govuk-visually-hidden">: {t(programWords[program].name)}</span>
      </Button>
    </form>
  )
}

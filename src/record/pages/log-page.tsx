import { Document, InsetText, Table, Time } from '../../platform/html/index.ts'
import { count, useLocale, useWords } from '../../platform/i18n/index.ts'
import type { Instant } from '../../platform/time.ts'
import { words } from '../words.ts'
import { Program } from './program.tsx'

export interface LogPageProps {
  checkpoints: readonly { size: number; root: string; at: Instant; witnessed: number }[]
  witnesses: readonly string[]
  verifier: string
  exported: boolean
}

export function LogPage({ checkpoints, witnesses, verifier, exported }: LogPageProps) {
  const t = useWords(words)
  const witnessed = (checkpoints[0]?.witnessed ?? 0) > 0
  return (
    <Document title={t('logTitle')}>
      <h1>{t('logTitle')}</h1>
      <p class="govuk-body-l">{t('logIntro')}</p>
      <p class="govuk-body">{t('logHolds')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/check">
          {t('checkReceipt')}
        </a>
      </p>
      <Checkpoints checkpoints={checkpoints} />
      <Watching witnesses={witnesses} />
      <Proven witnessed={witnessed} />
      <Yourself verifier={verifier} exported={exported} />
    </Document>
  )
}

function Checkpoints({ checkpoints }: Pick<LogPageProps, 'checkpoints'>) {
  const t = useWords(words)
  const locale = useLocale()
  if (checkpoints.length === 0) return <InsetText>{t('checkpointsNone')}</InsetText>
  return (
    <>
      <h2>{t('checkpoints')}</h2>
      <p class="govuk-body">{t('checkpointsIntro')}</p>
      <Table
        cards
        head={[
          { text: t('time') },
          { text: t('size'), numeric: true },
          { text: t('root') },
          { text: t('witnesses') },
        ]}
        rows={checkpoints.map(({ size, root, at, witnessed }) => [
          { text: <Time at={at} /> },
          { text: count(size, locale), numeric: true },
          { text: <code>{`${root.slice(0, 12)}…`}</code> },
          { text: t('cosigned', { count: witnessed }) },
        ])}
      />
      <p class="govuk-body">
        <a class="govuk-link" href="/log/checkpoint" download="checkpoint.txt">
          {t('keepCheckpoint')}
        </a>
      </p>
    </>
  )
}

function Watching({ witnesses }: Pick<LogPageProps, 'witnesses'>) {
  const t = useWords(words)
  return (
    <>
      <h2>{t('witnessesTitle')}</h2>
      <p class="govuk-body">{t('witnessesIntro')}</p>
      {witnesses.length === 0 ? (
        <InsetText>{t.rich('witnessesNone', { program: <Program name="witness.mjs" /> })}</InsetText>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {witnesses.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function Proven({ witnessed }: { witnessed: boolean }) {
  const t = useWords(words)
  return (
    <>
      <h2>{t('proven')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>{t('provenReceipt')}</li>
        <li>{t('provenGrowth')}</li>
        <li>{t('provenAudit')}</li>
        <li>{t(witnessed ? 'notProvenWitnessed' : 'notProvenUnwitnessed')}</li>
        <li>{t('notProvenSender')}</li>
        <li>{t('notProvenRefused')}</li>
      </ul>
    </>
  )
}

function Yourself({ verifier, exported }: Pick<LogPageProps, 'verifier' | 'exported'>) {
  const t = useWords(words)
  return (
    <>
      <h2>{t('yourself')}</h2>
      <p class="govuk-body">{t.rich('yourselfIntro', { program: <Program name="verify.mjs" /> })}</p>
      <Commands
        lines={[
          'node verify.mjs receipt receipt.txt --key KEY',
          'node verify.mjs audit log.ndjson --checkpoint checkpoint.txt --key KEY',
        ]}
      />
      {exported && (
        <p class="govuk-body">
          <a class="govuk-link" href="/log/export" download="log.ndjson">
            {t('exportLink')}
          </a>
        </p>
      )}
      <h3 class="govuk-heading-m">{t('keyTitle')}</h3>
      <p class="govuk-body">{t('keyIntro')}</p>
      <Commands lines={[verifier]} />
      <p class="govuk-body">
        {t.rich('formats', {
          tiles: <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles</a>,
          checkpoints: <a href="https://c2sp.org/tlog-checkpoint">C2SP tlog-checkpoint</a>,
        })}
      </p>
    </>
  )
}

/** Long lines break anywhere rather than making a page scroll sideways. */
const Commands = ({ lines }: { lines: readonly string[] }) => (
  <InsetText>
    {lines.map((line) => (
      <p key={line} class="govuk-body govuk-!-text-break-word">
        <code>{line}</code>
      </p>
    ))}
  </InsetText>
)

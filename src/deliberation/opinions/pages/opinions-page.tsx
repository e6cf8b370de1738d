import { Caption, Document, EmptyState, InsetText, Time } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../processes/index.ts'
import { deliberationAddress } from '../../deliberations/model.ts'
import type { OpinionVersion } from '../model.ts'
import { words } from '../words.ts'
import { DeclaredTable } from './declared-table.tsx'
import { ChooseStatement, EmbedLine, TellGroups } from './explore.tsx'
import { FlaggedNotice, FlaggedSection } from './flagged.tsx'
import { GroupStands } from './group-stands.tsx'
import { GroupsTable, Picture } from './picture.tsx'
import type { OpinionsProps } from './props.ts'
import { StatementTable, StatementText } from './statement-table.tsx'

/** What the votes of a deliberation come to: who votes alike, and where groups meet. */
export function OpinionsPage(props: OpinionsProps) {
  const { deliberation, process, map, now, withoutThem } = props
  const t = useWords(words)
  const here = deliberationAddress(process.slug, deliberation.number)
  return (
    <Document
      title={t('title')}
      process={useProcessBand(process, now)}
      back={{ href: here, text: deliberation.title }}
    >
      <Caption>{deliberation.title}</Caption>
      <h1>{t('title')}</h1>
      {map ? (
        <Result
          {...props}
          everybody={map}
          map={withoutThem && map.without ? { ...map, ...map.without } : map}
        />
      ) : (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      )}
      <How />
      {map && (
        <section class="parley-noprint" aria-labelledby="take">
          <h2 id="take">{t('take')}</h2>
          <ul>
            <li>
              <a href={`${here}/opinions.csv`}>{t('csv')}</a>
            </li>
            <li>
              <a href={`${here}/opinions.json`}>{t('json')}</a>
            </li>
            <li>
              <a href={`${here}/files`}>{t('files')}</a>
            </li>
          </ul>
          <EmbedLine {...props} />
        </section>
      )}
    </Document>
  )
}

function Result(props: OpinionsProps & { map: OpinionVersion; everybody: OpinionVersion }) {
  const t = useWords(words)
  const { map, deliberation, chosen } = props
  const { voters, votes, all, version } = map
  return (
    <>
      <p class="govuk-body-l">{t('lead', { voters, votes, statements: all.length })}</p>
      <p>
        {t('version', { version })} <Time at={map.computedAt} zone={deliberation.zone} />.
      </p>
      {map.without && <FlaggedNotice {...props} />}
      {map.groups.length < 2 ? (
        <InsetText>{t('oneGroup')}</InsetText>
      ) : (
        <>
          <Picture map={map} chosen={chosen} />
          <TellGroups {...props} />
          {chosen !== undefined && (
            <p>
              {t('chosenIs')} <StatementText {...props} number={chosen} />
            </p>
          )}
          <ChooseStatement {...props} />
          <GroupsTable map={map} />
          {map.groups.map((_, group) => (
            <GroupStands key={group} {...props} group={group} />
          ))}
        </>
      )}
      <Shared {...props} />
      <DeclaredTable {...props} />
      {props.findings.some(({ flagged, judgment }) => flagged || judgment) && (
        <FlaggedSection {...props} without={map.without} />
      )}
    </>
  )
}

function Shared(props: OpinionsProps & { map: OpinionVersion }) {
  const t = useWords(words)
  const { agreed, bridges, divides, uncertain, groups } = props.map
  const [shown, many] = [props.texts, groups.length > 1]
  const known = (numbers: readonly number[]) => numbers.filter((number) => shown.has(number))
  return (
    <>
      <h2>{t('agreedTitle')}</h2>
      <p>{t('agreedText')}</p>
      <StatementTable {...props} numbers={known(agreed.agree)} />
      {known(agreed.disagree).length > 0 && (
        <>
          <h2>{t('rejectedTitle')}</h2>
          <p>{t('rejectedText')}</p>
          <StatementTable {...props} numbers={known(agreed.disagree)} />
        </>
      )}
      {many && (
        <>
          <h2>{t('bridgesTitle')}</h2>
          <p>{t('bridgesText')}</p>
          <StatementTable {...props} numbers={known(bridges)} />
          <h2>{t('dividesTitle')}</h2>
          <p>{t('dividesText')}</p>
          <StatementTable {...props} numbers={known(divides)} />
        </>
      )}
      {known(uncertain).length > 0 && (
        <>
          <h2>{t('uncertainTitle')}</h2>
          <p>{t('uncertainText', { count: known(uncertain).length })}</p>
          <StatementTable {...props} numbers={known(uncertain)} />
        </>
      )}
    </>
  )
}

function How() {
  const t = useWords(words)
  return (
    <section aria-labelledby="how">
      <h2 id="how">{t('howTitle')}</h2>
      <ul>
        {(['howGroups', 'howMap', 'howStands', 'howNumbers'] as const).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </section>
  )
}

import { Table } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { groupPlace, letterOf, type OpinionVersion } from '../model.ts'
import { words } from '../words.ts'
import type { OpinionsProps } from './props.ts'
import { Shares, StatementText } from './statement-table.tsx'

/** The statements that mark a group out, and which way it voted on them. */
export function GroupStands({
  group,
  map,
  ...props
}: OpinionsProps & { map: OpinionVersion; group: number }) {
  const t = useWords(words)
  const letter = letterOf(group)
  const stands = (map.groups[group]?.stands ?? []).filter(({ statement }) => props.texts.has(statement))
  const all = new Map(map.all.map((voted) => [voted.statement, voted]))
  return (
    <>
      <h2 id={groupPlace(group)}>{t('standsFor', { letter })}</h2>
      {stands.length === 0 ? (
        <p class="parley-muted">{t('standsNone')}</p>
      ) : (
        <Table
          cards
          rowHeaders
          head={[
            { text: t('statement') },
            { text: t('side') },
            { text: t('legendGroup', { letter }) },
            { text: t('all') },
          ]}
          rows={stands.map((stand) => [
            {
              text: <StatementText {...props} number={stand.statement} />,
              class: 'parley-opinions__statement',
            },
            { text: stand.for === 'agree' ? t('agreesWith') : t('disagreesWith') },
            { text: <Shares voted={stand} /> },
            { text: <Shares voted={all.get(stand.statement)} /> },
          ])}
        />
      )}
    </>
  )
}

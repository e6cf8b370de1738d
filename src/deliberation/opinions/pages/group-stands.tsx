import { useWords } from '../../../platform/i18n/index.ts'
import { letterOf, type OpinionVersion } from '../model.ts'
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
  const stands = (map.groups[group]?.stands ?? []).filter(({ statement }) => props.texts.has(statement))
  const all = new Map(map.all.map((voted) => [voted.statement, voted]))
  return (
    <>
      <h2>{t('standsFor', { letter: letterOf(group) })}</h2>
      {stands.length === 0 ? (
        <p class="parley-muted">{t('standsNone')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse must be able to scroll it.
        <section class="parley-scroll" tabIndex={0} aria-label={t('standsFor', { letter: letterOf(group) })}>
          <table class="govuk-table">
            <thead>
              <tr>
                <th scope="col">{t('statement')}</th>
                <th scope="col">{t('side')}</th>
                <th scope="col">{t('legendGroup', { letter: letterOf(group) })}</th>
                <th scope="col">{t('all')}</th>
              </tr>
            </thead>
            <tbody>
              {stands.map((stand) => (
                <tr key={stand.statement}>
                  <th scope="row" class="parley-opinions__statement">
                    <StatementText {...props} number={stand.statement} />
                  </th>
                  <td>{stand.for === 'agree' ? t('agreesWith') : t('disagreesWith')}</td>
                  <td>
                    <Shares voted={stand} />
                  </td>
                  <td>
                    <Shares voted={all.get(stand.statement)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  )
}

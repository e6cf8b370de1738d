import { useGroupNames } from '../../../participants/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { letterOf, type OpinionVersion } from '../model.ts'
import { words } from '../words.ts'
import type { OpinionsProps } from './props.ts'

/** Opinion groups by declared stakeholder groups, and which of these nobody declared. */
export function DeclaredTable({ map, known }: OpinionsProps & { map: OpinionVersion }) {
  const t = useWords(words)
  const called = useGroupNames()
  const names = new Map(known.map(({ slug, name }) => [slug, called(name)]))
  const said = (slug: string | null) => (slug === null ? t('declaredNone') : (names.get(slug) ?? slug))
  const declared = new Set(map.declared.map(({ group }) => group))
  const missing = known.filter(({ slug }) => !declared.has(slug) && slug !== 'not-stated')
  return (
    <>
      <h2 id="declared">{t('declaredTitle')}</h2>
      <p>{t('declaredText')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse must be able to scroll it. */}
      <section class="parley-scroll" tabIndex={0} aria-labelledby="declared">
        <table class="govuk-table">
          <thead>
            <tr>
              <th scope="col">{t('declaredGroup')}</th>
              <th scope="col">{t('voters')}</th>
              {map.groups.map((_, group) => (
                <th scope="col" key={group}>
                  {t('legendGroup', { letter: letterOf(group) })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {map.declared.map(({ group, voters, inGroups }) => (
              <tr key={group}>
                <th scope="row">{said(group)}</th>
                <td>{voters}</td>
                {inGroups.map((count, at) => (
                  <td key={at}>{count}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {missing.length > 0 && (
        <p>{t('missing', { groups: missing.map(({ slug }) => said(slug)).join(', ') })}</p>
      )}
    </>
  )
}

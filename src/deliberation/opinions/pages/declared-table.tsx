import { useGroupNames } from '../../../participants/index.ts'
import { Table } from '../../../platform/html/index.ts'
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
      <h2>{t('declaredTitle')}</h2>
      <p>{t('declaredText')}</p>
      <Table
        cards
        rowHeaders
        head={[
          { text: t('declaredGroup') },
          { text: t('voters'), numeric: true },
          ...map.groups.map((_, group) => ({
            ...{ text: t('legendGroup', { letter: letterOf(group) }), numeric: true },
          })),
        ]}
        rows={map.declared.map(({ group, voters, inGroups }) => [
          { text: said(group) },
          ...[voters, ...inGroups].map((count) => ({ text: count, numeric: true })),
        ])}
      />
      {missing.length > 0 && (
        <p>{t('missing', { groups: missing.map(({ slug }) => said(slug)).join(', ') })}</p>
      )}
    </>
  )
}

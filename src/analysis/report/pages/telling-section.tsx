import { count, languageName, useLocale, useWords } from '../../../platform/i18n/index.ts'
import type { TellingOf } from '../analysis.ts'
import { tableNames } from '../table-names.ts'
import { groupName } from '../value-names.ts'
import { words } from '../words.ts'
import { CsvLink } from './csv-link.tsx'
import { TableRegion } from './table-region.tsx'

export function TellingSection({ telling: { language, groups } }: { telling: TellingOf }) {
  const t = useWords(words)
  const locale = useLocale()
  return (
    <>
      <h3>{t('telling')}</h3>
      <p class="hint">{t('tellingHint', { language: languageName(language, locale) })}</p>
      <div class="many">
        {groups.map((one) => (
          <GroupTable language={language} of={one} />
        ))}
      </div>
      <CsvLink table={tableNames.telling} />
    </>
  )
}

interface Props {
  language: string
  of: TellingOf['groups'][number]
}

function GroupTable({ language, of: { group, texts, phrases } }: Props) {
  const t = useWords(words)
  const locale = useLocale()
  const caption = t('tellingOf', { group: groupName(group, locale), texts })
  return (
    <TableRegion id={`table-telling-${group}`} caption={caption}>
      <thead>
        <tr>
          <th scope="col">{t('phrase')}</th>
          <th class="n" scope="col">
            {t('inGroup')}
          </th>
          <th class="n" scope="col">
            {t('inAll')}
          </th>
        </tr>
      </thead>
      <tbody>
        {phrases.map((one) => (
          <tr>
            <th scope="row" lang={language}>
              {one.phrase}
            </th>
            <td class="n">{count(one.inGroup, locale)}</td>
            <td class="n">{count(one.texts, locale)}</td>
          </tr>
        ))}
      </tbody>
    </TableRegion>
  )
}

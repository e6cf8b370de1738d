import { count, useLocale, useWords } from '../../../platform/i18n/index.ts'
import type { FileRead } from '../analysis.ts'
import { words } from '../words.ts'
import { TableRegion } from './table-region.tsx'

export function MethodSection({ files, threshold }: { files: readonly FileRead[]; threshold: number }) {
  const t = useWords(words)
  const locale = useLocale()
  return (
    <>
      <ul>
        <li>{t('methodCampaigns', { threshold })}</li>
        <li>{t('methodLanguage')}</li>
        <li>{t('methodPhrases')}</li>
        <li>{t('methodFiles')}</li>
        <li>{t('methodFormulas')}</li>
      </ul>
      <TableRegion id="table-files" caption={t('files')}>
        <thead>
          <tr>
            <th scope="col">{t('file')}</th>
            <th class="n" scope="col">
              {t('bytes')}
            </th>
            <th scope="col">SHA-256</th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ name, bytes, sha256 }) => (
            <tr>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td class="n">{bytes === undefined ? t('folder') : count(bytes, locale)}</td>
              <td>{sha256 && <code>{sha256}</code>}</td>
            </tr>
          ))}
        </tbody>
      </TableRegion>
    </>
  )
}

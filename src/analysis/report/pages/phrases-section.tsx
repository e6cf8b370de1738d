import { count, directionOf, useLocale, useWords } from '../../../platform/i18n/index.ts'
import type { Analysis, PhrasesOf } from '../analysis.ts'
import { shareIn } from '../share.ts'
import { tableNames } from '../table-names.ts'
import { valueName } from '../value-names.ts'
import { words } from '../words.ts'
import { CsvLink } from './csv-link.tsx'
import { TableRegion } from './table-region.tsx'

const MOST_LANGUAGES = 8
const [MOST_OF_FIRST, MOST_OF_OTHERS] = [30, 12]

export function PhrasesSection({ analysis: { phrases } }: { analysis: Analysis }) {
  const t = useWords(words)
  if (phrases.length === 0) return <p>{t('noPhrases')}</p>
  const more = phrases.length - MOST_LANGUAGES
  return (
    <>
      <p class="hint">{t('phrasesHint')}</p>
      <div class="many">
        {phrases.slice(0, MOST_LANGUAGES).map((one, at) => (
          <PhrasesTable of={one} most={at === 0 ? MOST_OF_FIRST : MOST_OF_OTHERS} />
        ))}
      </div>
      {more > 0 && <p>{t('moreLanguages', { n: more })}</p>}
      <CsvLink table={tableNames.phrases} />
    </>
  )
}

function PhrasesTable({ of: { language, texts, phrases }, most }: { of: PhrasesOf; most: number }) {
  const t = useWords(words)
  const locale = useLocale()
  const caption = t('phrasesIn', { language: valueName('language', language, locale), texts })
  return (
    <TableRegion id={`table-phrases-${language}`} caption={caption}>
      <thead>
        <tr>
          <th scope="col">{t('phrase')}</th>
          <th class="n" scope="col">
            {t('texts')}
          </th>
          <th class="n" scope="col">
            {t('share')}
          </th>
        </tr>
      </thead>
      <tbody>
        {phrases.slice(0, most).map((one) => (
          <tr>
            <th scope="row" lang={language} dir={directionOf(language)}>
              {one.phrase}
            </th>
            <td class="n">{count(one.texts, locale)}</td>
            <td class="n">{shareIn(one.texts, texts, locale)}</td>
          </tr>
        ))}
      </tbody>
    </TableRegion>
  )
}

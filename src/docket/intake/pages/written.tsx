import { directionOf } from '../../../platform/i18n/index.ts'
import { paragraphsOf } from '../../../platform/text/index.ts'

/** What somebody wrote, as readers of the docket will see it. */
export function Written({ text, language }: { text: string; language: string }) {
  return (
    <div class="parley-claimed" lang={language} dir={directionOf(language)}>
      {paragraphsOf(text).map(({ number, start, end }) => (
        <div key={number} class="parley-claimed__paragraph">
          <p class="parley-claimed__text">{text.slice(start, end)}</p>
        </div>
      ))}
    </div>
  )
}

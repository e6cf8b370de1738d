import { count, useLocale, useWords } from '../../i18n/index.ts'
import { useIsland } from '../chrome.tsx'
import { words } from '../words.ts'
import { classNames } from './class-names.ts'
import { Hint } from './hint.tsx'
import { Textarea, type TextareaProps } from './textarea.tsx'

export interface CharacterCountProps extends TextareaProps {
  limit: number
}

/** Says its limit; the island counts down. The limit itself is checked where the form arrives. */
export function CharacterCount({
  limit,
  class: more,
  groupClass,
  describedBy,
  ...rest
}: CharacterCountProps) {
  useIsland('remaining')
  const t = useWords(words)
  const locale = useLocale()
  const info = `${rest.id ?? rest.name}-info`
  return (
    <Textarea
      {...rest}
      class={classNames('govuk-js-character-count', more)}
      groupClass={classNames('govuk-character-count', groupClass)}
      describedBy={classNames(info, describedBy)}
      data-island="remaining"
      data-limit={limit}
      data-words-left={t('charactersLeft', { count: '{count}' })}
      data-words-over={t('charactersOver', { count: '{count}' })}
      after={
        <Hint id={info} class="govuk-character-count__message">
          {t('charactersUpTo', { limit: count(limit, locale) })}
        </Hint>
      }
    />
  )
}

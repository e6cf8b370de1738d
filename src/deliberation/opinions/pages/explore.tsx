import { Button, Details, Select, useIsland } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { deliberationAddress } from '../../deliberations/model.ts'
import { letterOf, type OpinionVersion } from '../model.ts'
import { words } from '../words.ts'
import type { OpinionsProps } from './props.ts'

type Props = OpinionsProps & { map: OpinionVersion }

const SHORT = 90
const FIRST = 3

/** What a group stands for in short, while it is pointed at on the map; the page says it in full below. */
export function TellGroups({ map, texts, deliberation }: Props) {
  useIsland('opinions')
  const t = useWords(words)
  return (
    <div data-told hidden class="govuk-inset-text parley-noprint" aria-hidden="true">
      {map.groups.map(({ stands }, group) => (
        <div key={group} data-of={group} hidden>
          <strong>{t('standsFor', { letter: letterOf(group) })}</strong>
          <ul>
            {stands
              .filter(({ statement }) => texts.has(statement))
              .slice(0, FIRST)
              .map((stand) => (
                <li key={stand.statement}>
                  {stand.for === 'agree' ? t('agreesWith') : t('disagreesWith')}:{' '}
                  <span lang={deliberation.language} dir="auto">
                    {texts.get(stand.statement)}
                  </span>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

/** The statements that this page tells of, each once, in the order of their numbers. */
function toldOf({ groups, agreed, bridges, divides }: OpinionVersion, texts: Props['texts']): number[] {
  const stands = groups.flatMap((group) => group.stands.map(({ statement }) => statement))
  const all = new Set([...stands, ...agreed.agree, ...agreed.disagree, ...bridges, ...divides])
  return [...all].filter((number) => texts.has(number)).sort((one, other) => one - other)
}

const shortened = (text: string) =>
  [...text].length > SHORT ? `${[...text].slice(0, SHORT).join('')}…` : text

/** Chooses a statement, on which the map then shows how each group voted. */
export function ChooseStatement({ map, texts, deliberation, process, chosen, withoutThem }: Props) {
  const t = useWords(words)
  const here = deliberationAddress(process.slug, deliberation.number)
  return (
    <form method="get" action={`${here}/opinions#map`} class="parley-noprint">
      {withoutThem && <input type="hidden" name="flagged" value="without" />}
      <Select
        name="statement"
        label={t('choose')}
        value={chosen === undefined ? '' : String(chosen)}
        options={[
          { value: '', text: t('chooseNone') },
          ...toldOf(map, texts).map((number) => ({
            value: String(number),
            text: shortened(texts.get(number) ?? ''),
          })),
        ]}
      />
      <Button kind="secondary">{t('chooseShow')}</Button>
    </form>
  )
}

/** The line with which another site shows the map within its own page. */
export function EmbedLine({ deliberation, process, origin }: OpinionsProps) {
  const t = useWords(words)
  const address = `${origin}${deliberationAddress(process.slug, deliberation.number)}/opinions/embed`
  const title = `${t('title')}: ${deliberation.title}`.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const line = `<iframe src="${address}" title="${title}" width="100%" height="820" loading="lazy"></iframe>`
  return (
    <Details summary={t('embed')}>
      <p>{t('embedText')}</p>
      <p>
        <code class="parley-code">{line}</code>
      </p>
    </Details>
  )
}

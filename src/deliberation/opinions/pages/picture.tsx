import { Table } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { type Dot, groupPlace, letterOf, type Opinions, shareOf, surenessOf } from '../model.ts'
import { words } from '../words.ts'

const [WIDTH, HEIGHT, EDGE] = [640, 440, 26]

interface Place {
  x: number
  y: number
  size: number
}

/** Each group has a shape of its own: colour never stands alone. */
const shapes: readonly ((place: Place) => string)[] = [
  ({ x, y, size: r }) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`,
  ({ x, y, size: r }) => `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}z`,
  ({ x, y, size: r }) => `M${x} ${y - 1.2 * r}l${1.2 * r} ${2.1 * r}h${-2.4 * r}z`,
  ({ x, y, size: r }) =>
    `M${x} ${y - 1.3 * r}l${1.3 * r} ${1.3 * r}l${-1.3 * r} ${1.3 * r}l${-1.3 * r} ${-1.3 * r}z`,
  ({ x, y, size: r }) => `M${x - 1.2 * r} ${y - r}h${2.4 * r}l${-1.2 * r} ${2.1 * r}z`,
]

const shapeOf = (group: number) => shapes[group % shapes.length] ?? shapes[0]
const round = (part: number): number => Math.round(part * 10) / 10

/** How a map's numbers become places of the picture, the same on both axes. */
function scaleOf(dots: readonly Dot[]) {
  const far =
    dots.reduce((most, [x, y]) => Math.max(most, Math.abs(x) / (WIDTH / HEIGHT), Math.abs(y)), 0) || 1
  const unit = (HEIGHT / 2 - EDGE) / far
  return ([x, y]: readonly [number, number], people = 1): Place => ({
    x: round(WIDTH / 2 + x * unit),
    y: round(HEIGHT / 2 - y * unit),
    size: round(Math.min(EDGE - 4, 2.4 + 1.1 * Math.sqrt(people))),
  })
}

interface PictureProps {
  map: Opinions
  /** A statement, on which the map shows how each group voted. */
  chosen?: number | undefined
  /** The page on which it is said what groups stand for, where it is another one. */
  whole?: string
}

/** Where people stand who voted alike: one figure for all who stand at one place, and each group leads to what it stands for. */
export function Picture({ map, chosen, whole = '' }: PictureProps) {
  const t = useWords(words)
  const placed = scaleOf(map.dots)
  const groups = [-1, ...map.groups.keys()]
  const drawn = (group: number) =>
    map.dots
      .filter((dot) => dot[2] === group)
      .map(([x, y, , people]) => (group < 0 ? circle : shapeOf(group))?.(placed([x, y], people)))
      .join('')
  return (
    <>
      <h2 id="map">{t('map')}</h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a picture whose figures are links has no element of its own. */}
      <svg
        class="parley-opinions"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="group"
        aria-labelledby="map-says"
        data-island="opinions"
      >
        <title id="map-says">{t('mapSays', { voters: map.voters, groups: map.groups.length })}</title>
        <path class="parley-opinions__group-none" d={drawn(-1)} />
        {map.groups.map(({ members, place, votes }, group) => {
          const { x, y } = placed(place)
          const voted = votes.find(({ statement }) => statement === chosen)
          const share = voted && t('agreeShort', { share: shareOf(voted.agree, voted.seen) })
          const letter = letterOf(group)
          return (
            <a
              key={group}
              href={`${whole}#${groupPlace(group)}`}
              target={whole ? '_top' : undefined}
              aria-label={t('groupOnMap', { said: share ? `${letter} ${share}` : letter, people: members })}
              data-group={group}
            >
              <path class={`parley-opinions__group-${group}`} d={drawn(group)} />
              <text x={x} y={y + 11}>
                {letter}{' '}
                {share && (
                  <tspan x={x} y={y + 36} class="parley-opinions__share">
                    {share}
                  </tspan>
                )}
              </text>
            </a>
          )
        })}
      </svg>
      <ul class="govuk-list parley-inline">
        {groups.map((group) => (
          <li key={group}>
            <svg class="parley-opinions__key" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
              <path
                class={`parley-opinions__group-${group < 0 ? 'none' : group}`}
                d={(group < 0 ? circle : shapeOf(group))?.({ x: 10, y: 10, size: 6 })}
              />
            </svg>{' '}
            {group < 0 ? t('legendNone') : t('legendGroup', { letter: letterOf(group) })}
          </li>
        ))}
      </ul>
    </>
  )
}

const circle = shapes[0]

export function GroupsTable({ map }: { map: Opinions }) {
  const t = useWords(words)
  return (
    <Table
      cards
      rowHeaders
      caption={t('groupsTable')}
      captionClass="govuk-table__caption--m"
      head={[{ text: t('group') }, { text: t('people'), numeric: true }, { text: t('sureness') }]}
      rows={map.groups.map(({ members, sure }, group) => [
        { text: letterOf(group) },
        { text: members, numeric: true },
        { text: t(surenessOf(sure)) },
      ])}
    />
  )
}

import { locales, useLocale } from '../../../platform/i18n/index.ts'
import type { Bar } from '../bars.ts'
import type { Voice } from '../model.ts'
import { signs } from './names.ts'

const [SLOT, WIDE, TOP, TALL] = [26, 16, 15, 44]
const [WIDTH, HEIGHT, GROUND] = [5 * SLOT, TOP + TALL + 18, TOP + TALL]

/** The five bars of one place, each with its sign beneath and its number above. */
export function Bars({ bars, title }: { bars: readonly Bar[]; title: string }) {
  const short = new Intl.NumberFormat(locales[useLocale()].dates, {
    notation: 'compact',
    maximumSignificantDigits: 2,
  })
  return (
    <svg class="parley-map__bars" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img">
      <title>{title}</title>
      <line class="parley-map__ground" x1="0" x2={WIDTH} y1={GROUND} y2={GROUND} />
      {bars.map((bar, at) => (
        <OneBar key={bar.position} bar={bar} x={at * SLOT + SLOT / 2} number={short.format(bar.comments)} />
      ))}
    </svg>
  )
}

function OneBar({
  bar: { position, comments, pieces, cut },
  x,
  number,
}: {
  bar: Bar
  x: number
  number: string
}) {
  const top = GROUND - Math.min(1, Math.max(0, ...pieces.map(({ from, height }) => from + height))) * TALL
  return (
    <g>
      {pieces.map(({ voice, from, height }) => (
        <rect
          key={voice}
          class={`parley-map__${voice}`}
          x={x - WIDE / 2}
          y={GROUND - (from + height) * TALL}
          width={WIDE}
          height={height * TALL}
        />
      ))}
      {cut && <path class="parley-map__cut" d={`M${x - 10} ${TOP + 8}l5 -4 5 4 5 -4 5 4`} />}
      {comments > 0 && (
        <text x={x} y={top - 3} text-anchor="middle">
          {number}
        </text>
      )}
      <text class={comments > 0 ? '' : 'parley-map__absent'} x={x} y={HEIGHT - 3} text-anchor="middle">
        {signs[position]}
      </text>
    </g>
  )
}

/** How campaigns are filled; drawn once, and used by every bar of the page. */
export function Hatch() {
  return (
    <svg class="parley-map__hatch" width="0" height="0" aria-hidden="true" focusable="false">
      <pattern
        id="of-campaigns"
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect class="parley-map__hatch-ground" width="5" height="5" />
        <rect class="parley-map__hatch-line" width="2" height="5" />
      </pattern>
    </svg>
  )
}

export function Swatch({ voice }: { voice: Voice }) {
  return (
    <svg
      class="parley-map__swatch"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      <rect class={`parley-map__${voice}`} x="1" y="1" width="14" height="14" />
    </svg>
  )
}

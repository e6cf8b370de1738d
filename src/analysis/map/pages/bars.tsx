import { shortCount, useLocale } from '../../../platform/i18n/index.ts'
import { positions } from '../../coding/model.ts'
import type { Bar } from '../bars.ts'
import { type Voice, voices } from '../model.ts'
import { signs } from './names.ts'

const [SLOT, WIDE, TOP, TALL] = [26, 16, 15, 44]
const [WIDTH, HEIGHT, GROUND] = [5 * SLOT, TOP + TALL + 18, TOP + TALL]

const middle = (at: number) => at * SLOT + SLOT / 2
const top = ({ pieces }: Bar) => Math.min(1, Math.max(0, ...pieces.map(({ from, height }) => from + height)))

/** What a kind of voice fills of all five bars. */
const shapeOf = (bars: readonly Bar[], of: Voice): string =>
  bars
    .flatMap(({ pieces }, at) =>
      pieces
        .filter(({ voice }) => voice === of)
        .map(
          ({ from, height }) =>
            `M${middle(at) - WIDE / 2} ${(GROUND - from * TALL).toFixed(1)}v${(-height * TALL).toFixed(1)}h${WIDE}v${(height * TALL).toFixed(1)}z`,
        ),
    )
    .join('')

const waves = (bars: readonly Bar[]): string =>
  bars.map(({ cut }, at) => (cut ? `M${middle(at) - 10} ${TOP + 8}l5 -4 5 4 5 -4 5 4` : '')).join('')

/** The five bars of one place, each with its sign beneath and its number above. */
export function Bars({ bars, title }: { bars: readonly Bar[]; title: string }) {
  const locale = useLocale()
  const cut = waves(bars)
  return (
    <svg class="parley-map__bars" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img">
      <title>{title}</title>
      <path class="parley-map__ground" d={`M0 ${GROUND}h${WIDTH}`} />
      {voices.map((voice) => {
        const shape = shapeOf(bars, voice)
        return shape && <path key={voice} class={`parley-map__${voice}`} fill={fillOf(voice)} d={shape} />
      })}
      {cut && <path class="parley-map__cut" d={cut} />}
      {bars.map((bar, at) =>
        bar.comments > 0 ? (
          <text key={bar.position} x={middle(at)} y={Math.round(GROUND - top(bar) * TALL) - 3}>
            {shortCount(bar.comments, locale)}
          </text>
        ) : null,
      )}
      <text x={positions.map((_, at) => middle(at)).join(' ')} y={HEIGHT - 3}>
        {positions.map((position) => signs[position]).join('')}
      </text>
    </svg>
  )
}

/** Colours stand in the stylesheet; what is drawn on this page cannot be named there. */
const fillOf = (voice: Voice) => (voice === 'campaign' ? 'url(#of-campaigns)' : undefined)

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
      <rect class={`parley-map__${voice}`} fill={fillOf(voice)} x="1" y="1" width="14" height="14" />
    </svg>
  )
}

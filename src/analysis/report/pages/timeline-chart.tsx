import { count, useLocale } from '../../../platform/i18n/index.ts'
import type { Bin, Timeline } from '../analysis.ts'
import { dayName } from '../day-name.ts'
import { ticks } from '../ticks.ts'

const [WIDTH, HEIGHT] = [800, 260]
const edge = { top: 12, right: 8, bottom: 28, left: 64 }

/** Columns over time: what stands alone below, the copies of campaigns above it, what is too short as an outline on top. */
export function TimelineChart({ timeline: { bins }, title }: { timeline: Timeline; title: string }) {
  const locale = useLocale()
  const marks = ticks(Math.max(...bins.map(({ comments }) => comments)))
  const top = marks.at(-1) ?? 1
  const [inner, tall] = [WIDTH - edge.left - edge.right, HEIGHT - edge.top - edge.bottom]
  const height = (comments: number) => (tall * comments) / top
  const y = (comments: number) => edge.top + tall - height(comments)
  const step = inner / bins.length
  const named = Math.max(1, Math.ceil(bins.length / 5))
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-describedby="chart-says">
      <title>{title}</title>
      {marks.map((mark) => (
        <g>
          <line class="axis" x1={edge.left} x2={WIDTH - edge.right} y1={y(mark)} y2={y(mark)} />
          <text x={edge.left - 8} y={y(mark) + 4} text-anchor="end">
            {count(mark, locale)}
          </text>
        </g>
      ))}
      {bins.map((bin, at) => (
        <Column bin={bin} x={edge.left + at * step} width={Math.max(1, step * 0.86)} {...{ y, height }} />
      ))}
      {bins.map(({ day }, at) =>
        at % named === 0 ? (
          <text x={edge.left + at * step} y={HEIGHT - 8}>
            {dayName(day, locale)}
          </text>
        ) : null,
      )}
    </svg>
  )
}

interface ColumnProps {
  bin: Bin
  x: number
  width: number
  y(comments: number): number
  height(comments: number): number
}

function Column({ bin: { comments, inCampaigns, stubs }, x, width, y, height }: ColumnProps) {
  const own = comments - inCampaigns - stubs
  return (
    <g>
      {own > 0 && <rect class="own" x={x} y={y(own)} width={width} height={height(own)} />}
      {inCampaigns > 0 && (
        <rect class="copies" x={x} y={y(own + inCampaigns)} width={width} height={height(inCampaigns)} />
      )}
      {stubs > 0 && <rect class="short" x={x} y={y(comments)} width={width} height={height(stubs)} />}
    </g>
  )
}

import { useLocale } from '../../platform/i18n/index.ts'
import { startsOfMonths } from '../../platform/time.ts'
import type { Stage } from '../model.ts'

const WIDTH = 720
const ROW = 18
const HEAD = 22

/** The stages as bars over the months; the table beside it says the same in words. */
export function StageCalendar({ stages }: { stages: readonly Stage[] }) {
  const locale = useLocale()
  const [first, last] = [stages[0], stages.at(-1)]
  if (!first || !last) return null
  const [from, until] = [first.opens.getTime(), last.closes.getTime()]
  const at = (instant: Stage['opens']) =>
    Math.round(((instant.getTime() - from) / (until - from)) * WIDTH * 10) / 10
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
  const height = HEAD + ROW * stages.length
  const months = startsOfMonths(first.opens, last.closes)
  return (
    <svg class="parley-calendar" viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true" focusable="false">
      {months.map((start) => (
        <g key={start.getTime()}>
          <line class="parley-calendar__month" x1={at(start)} x2={at(start)} y1={0} y2={height} />
          <text class="parley-calendar__name" x={at(start) + 4} y={14}>
            {month.format(start)}
          </text>
        </g>
      ))}
      {stages.map(({ name, opens, closes }, row) => (
        <rect
          key={name}
          class="parley-calendar__stage"
          x={at(opens)}
          y={HEAD + row * ROW + 2}
          width={Math.max(2, at(closes) - at(opens))}
          height={ROW - 4}
          rx={2}
        />
      ))}
    </svg>
  )
}

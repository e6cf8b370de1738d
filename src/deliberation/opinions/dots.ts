import type { OpinionMap } from '../mathematics/map-opinions.ts'
import type { Dot } from './model.ts'

const CELLS = 36

/** Where people stand, as so many at each place of a grid: nobody is told from those who stand beside them. */
export function dotsOf({ places: { x, y }, groups, participants }: OpinionMap): Dot[] {
  const far = Math.max(farthest(x), farthest(y))
  if (far === 0) return participants.length === 0 ? [] : [[0, 0, groups.of[0] ?? -1, participants.length]]
  const cell = (part: number) => Math.round((part / far) * (CELLS / 2)) / (CELLS / 2)
  const dots = new Map<string, [number, number, number, number]>()
  for (let at = 0; at < x.length; at += 1) {
    const [px, py, group] = [cell(x[at] as number), cell(y[at] as number), groups.of[at] as number]
    const key = `${px} ${py} ${group}`
    const dot = dots.get(key) ?? [px * far, py * far, group, 0]
    dot[3] += 1
    dots.set(key, dot)
  }
  return [...dots.values()].map(([px, py, group, people]) => [round(px), round(py), group, people])
}

const round = (part: number): number => Math.round(part * 1e4) / 1e4

const farthest = (part: Float64Array): number => part.reduce((most, one) => Math.max(most, Math.abs(one)), 0)

import type { OpinionMap } from '../mathematics/map-opinions.ts'

/** From where the next version of a map starts. */
export interface Start {
  statements: string[]
  components: [number[], number[]]
  centres: { x: number[]; y: number[] }
}

export const startOf = ({ statements, components, groups }: OpinionMap): Start => ({
  statements: [...statements],
  components: [[...components[0]], [...components[1]]],
  centres: { x: [...groups.centres.x], y: [...groups.centres.y] },
})

/** As the mathematics takes it; of who was in which group nothing is kept. */
export const previousOf = ({ statements, components: [first, second], centres }: Start) => ({
  statements,
  components: [Float64Array.from(first), Float64Array.from(second)] as const,
  groups: {
    of: new Int32Array(0),
    centres: { x: Float64Array.from(centres.x), y: Float64Array.from(centres.y) },
    stability: new Float64Array(0),
  },
})

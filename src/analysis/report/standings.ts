import type { Grouped } from '../campaigns/engine/group-texts.ts'
import type { Standing } from './analysis.ts'

/** For each comment its campaign, in 4 bytes. */
export class Standings {
  /** −1 a stub, 0 alone, else the number of its campaign. */
  readonly #campaigns: Int32Array
  /** The comment whose words stand for each campaign, by its number less one. */
  readonly #templates: readonly number[]

  constructor({ campaigns, stubs }: Grouped, count: number) {
    this.#campaigns = new Int32Array(count)
    this.#templates = campaigns.map(({ template }) => template)
    for (const [at, { members }] of campaigns.entries())
      for (const member of members) this.#campaigns[member] = at + 1
    for (const stub of stubs) this.#campaigns[stub] = -1
  }

  /** The number of its campaign from 1 on; 0 where it is in none. */
  campaignOf(comment: number): number {
    return Math.max(0, this.#campaigns[comment] ?? 0)
  }

  of(comment: number): Standing {
    const campaign = this.#campaigns[comment] ?? 0
    if (campaign < 0) return 'stub'
    return campaign > 0 ? 'campaign' : 'own'
  }

  /** Whether its words stand for all that say the same: it stands alone, or is the template of its campaign. */
  isSpokesman(comment: number): boolean {
    const campaign = this.#campaigns[comment] ?? 0
    return campaign === 0 || this.#templates[campaign - 1] === comment
  }
}

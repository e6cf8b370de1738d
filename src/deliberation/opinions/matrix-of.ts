import { foldVotes, type VoteMatrix } from '../mathematics/fold-votes.ts'
import type { CountingVotes } from '../voting/exporting/store.ts'

/** Votes by the numbers of participants and statements. */
export function matrixOf({ participants, statements, values }: CountingVotes): VoteMatrix {
  const [people, claims] = [numbered(participants), numbered(statements)]
  return foldVotes({
    ...{ participants: people.ids, participant: people.places },
    ...{ statements: claims.ids, statement: claims.places, value: values },
  })
}

function numbered(numbers: Int32Array): { ids: string[]; places: Int32Array } {
  const known = new Map<number, number>()
  const places = numbers.map((one) => {
    const at = known.get(one) ?? known.size
    known.set(one, at)
    return at
  })
  return { ids: [...known.keys()].map(String), places }
}

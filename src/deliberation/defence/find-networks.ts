const FEWEST = 10
const SHARE = 0.05

/** People who came from one network. */
export interface Crowd {
  /** What stands for the network: nothing can be read from it. */
  network: string
  /** Places in the list. */
  who: readonly number[]
}

/**
 * The networks from which at least ten people came who are at least one of twenty of all. A school, a company or a mobile
 * operator may be one network: that is told, and flags nobody by itself. Time linear in people.
 * @param networks of each person, of shape (n,); null where it is not known
 */
export function findNetworks(networks: readonly (string | null)[]): Crowd[] {
  const known = [...networks.keys()].filter((place) => networks[place] !== null)
  const crowds = Map.groupBy(known, (place) => networks[place] as string)
  return [...crowds]
    .filter(([, who]) => who.length >= FEWEST && who.length >= SHARE * known.length)
    .map(([network, who]) => ({ network, who }))
    .sort((one, other) => other.who.length - one.who.length || (one.network < other.network ? -1 : 1))
}

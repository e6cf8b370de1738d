import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Instant } from '../time.ts'
import type { Assets } from './assets.ts'

/** What every page shows around its content, whoever makes the page. */
export interface Chrome {
  locale: string
  installation: string
  path: string
  /** A form was sent to this path: there may be no page for those who only follow a link to it. */
  answersForm?: boolean
  viewer?: { name: string; administrator: boolean }
  /** None yet, or not to be known at this moment. */
  checkpoint?: { size: number; root: string; at: Instant; witnessed: number } | 'unknown' | undefined
  assets: Assets
}

interface Around extends Chrome {
  islands: Set<string>
}

const CurrentChrome = createContext<Around | undefined>(undefined)

/** One provider per page: it also collects the islands that the page turns out to use. */
export function ChromeProvider({ value, children }: { value: Chrome; children?: ComponentChildren }) {
  const around = { ...value, islands: new Set<string>() }
  return <CurrentChrome.Provider value={around}>{children}</CurrentChrome.Provider>
}

function useAround(): Around {
  const around = useContext(CurrentChrome)
  if (!around) throw new Error('A page is rendered inside a ChromeProvider.')
  return around
}

export const useChrome = (): Chrome => useAround()

/** Called by whatever component writes `data-island`: the page then carries that script, and no other. */
export function useIsland(name: string): void {
  useContext(CurrentChrome)?.islands.add(name)
}

/** Stands last on the page, when all islands have been named. */
export function IslandScripts() {
  const { islands, assets } = useAround()
  const sources = [...islands].flatMap((name) => assets.islands[name] ?? [])
  return sources.map((source) => <script key={source} type="module" src={source} />)
}

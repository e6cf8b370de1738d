import { useWords } from '../../../platform/i18n/index.ts'
import { type WordKey, words } from '../words.ts'

const known: Readonly<Record<string, WordKey>> = {
  'position-cues': 'programPositionCues',
  'issues-and-codes': 'programIssuesAndCodes',
  'kinds-of-excerpt': 'programKindsOfExcerpt',
  endpoint: 'programEndpoint',
}

/** What a program is called, with its version. */
export function useProgramNames(): (program: string, version?: string) => string {
  const t = useWords(words)
  return (program, version) => {
    const key = known[program]
    const name = key === undefined ? program : t(key)
    return version === undefined ? name : `${name} ${version}`
  }
}

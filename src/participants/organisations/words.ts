import { catalogue, rowNames, useRowNames } from '../../platform/i18n/index.ts'
import en from './words/en.json' with { type: 'json' }
import fr from './words/fr.json' with { type: 'json' }

export const words = catalogue({ en, fr })

const groupNames = rowNames(en, words)

/** What a stakeholder group is called in the reader's language. */
export const useGroupNames = () => useRowNames(groupNames)

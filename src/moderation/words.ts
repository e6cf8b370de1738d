import { catalogue, rowNames, useRowNames } from '../platform/i18n/index.ts'
import en from './words/en.json' with { type: 'json' }
import fr from './words/fr.json' with { type: 'json' }

export const words = catalogue({ en, fr })

/** What a reason and its meaning are called in a language. */
export const reasonNames = rowNames(en, words)

export const useReasonNames = () => useRowNames(reasonNames)

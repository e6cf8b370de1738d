import { catalogue } from '../../platform/i18n/index.ts'
import en from './words/en.json' with { type: 'json' }
import fr from './words/fr.json' with { type: 'json' }

export const words = catalogue({ en, fr })
export type WordKey = keyof typeof en

import { type Actor, decide } from '../../participants/index.ts'
import { summariesPolicy } from './access.ts'

export const mayIn = (viewer: Actor, action: string, process: string): boolean =>
  decide(summariesPolicy, viewer, action, { process })

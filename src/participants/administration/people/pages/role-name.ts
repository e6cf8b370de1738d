import { useWords } from '../../../../platform/i18n/index.ts'
import type { HeldRole } from '../../../people/model.ts'
import { roleWords } from '../../../people/words.ts'
import { words } from '../../words.ts'

/** Where a role is held: in one process, by its name, or everywhere. */
export function usePlace(processes: ReadonlyMap<string, string>): (held: HeldRole) => string {
  const t = useWords(words)
  return ({ process }) =>
    process ? t('inProcess', { process: processes.get(process) ?? process }) : t('everywhere')
}

/** "moderator in Updates for connected devices", "administrator everywhere". */
export function useRoleName(processes: ReadonlyMap<string, string>): (held: HeldRole) => string {
  const t = useWords(words)
  const called = useWords(roleWords)
  const placeOf = usePlace(processes)
  return (held) => t('roleIn', { role: called(held.role), place: placeOf(held) })
}

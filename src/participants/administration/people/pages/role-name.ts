import { useWords } from '../../../../platform/i18n/index.ts'
import type { HeldRole } from '../../../people/model.ts'
import { roleWords } from '../../../people/words.ts'
import { words } from '../../words.ts'

/** "moderator in process 0190…", "administrator everywhere". */
export function useRoleName(): (held: HeldRole) => string {
  const t = useWords(words)
  const called = useWords(roleWords)
  return ({ role, process }) => {
    const place = process ? t('inProcess', { process }) : t('everywhere')
    return t('roleIn', { role: called(role), place })
  }
}

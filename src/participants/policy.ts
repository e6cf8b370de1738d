import { accountPolicy } from './account/access.ts'
import { administrationPolicy } from './administration/access.ts'
import { directoryPolicy } from './directory/access.ts'
import { firstStartPolicy } from './first-start/access.ts'
import type { PolicyRow } from './model.ts'
import { signInPolicy } from './sign-in/access.ts'

export const participantsPolicy: readonly PolicyRow[] = [
  ...signInPolicy,
  ...accountPolicy,
  ...firstStartPolicy,
  ...administrationPolicy,
  ...directoryPolicy,
]

import type { ParticipantsTables } from '../../participants/index.ts'
import type { FileStore } from '../../platform/files/index.ts'
import type { Services } from '../../platform/services.ts'
import type { ProcessesTables } from '../../processes/index.ts'
import type { RequestsTables } from '../../requests/index.ts'
import type { PostingTables } from './decide-comment.ts'

export interface PostingServices
  extends Services<PostingTables & RequestsTables & ProcessesTables & ParticipantsTables> {
  files: FileStore
}

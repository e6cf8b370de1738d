import type { Attachment } from '../comments/model.ts'
import type { DraftFileId } from './tables.ts'

/** A file added to a comment that is being written; it is published as the comment is. */
export type DraftFile = Omit<Attachment, 'publication'> & { id: DraftFileId }

import { newId } from '../../platform/id.ts'
import { newCode, newIdempotencyKey } from '../comments/secrets.ts'
import { keepFiles } from './keep-files.ts'
import type { WritingProps } from './pages/props.ts'
import type { Intake } from './services.ts'

/** The same words and files under another key and code, since those of a sent form take nothing more. */
export async function newEdition<Props extends WritingProps>(intake: Intake, props: Props): Promise<Props> {
  const { request, now } = props
  const form = { ...props.form, key: newIdempotencyKey(), code: newCode() }
  const files = props.files.map((file) => ({ ...file, id: newId<'draft-file'>(now.getTime()) }))
  if (files.length > 0) await keepFiles(intake.db, request, form, files, now)
  return { ...props, form, files }
}

import type { Db } from '../../platform/db/index.ts'
import type { Ref } from '../../platform/ref.ts'
import { publishedTexts, type TextsTables, type TextVersion } from '../../texts/index.ts'
import type { PublicAnswer, PublicAttachment } from './model.ts'

export const answerRef = ({ id }: Pick<PublicAnswer, 'id'>) => ({ kind: 'answer', id })
export const attachmentRef = ({ id }: Pick<PublicAttachment, 'id'>) => ({ kind: 'attachment', id })

/** The published words of these, by the id of the answer or attachment they belong to. */
export async function readTexts(
  db: Db<TextsTables>,
  refs: readonly Ref[],
): Promise<ReadonlyMap<string, TextVersion>> {
  const versions = await publishedTexts(db, refs)
  return new Map(versions.map((version) => [version.of.id, version]))
}

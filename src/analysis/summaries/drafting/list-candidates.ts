import type { CommentId } from '../../../docket/index.ts'
import type { PersonId } from '../../../participants/index.ts'
import type { Db } from '../../../platform/db/index.ts'
import type { IssueId } from '../../../processes/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import { listCountedCodings } from '../../coding/counted/store.ts'
import type { ExcerptId, Position } from '../../coding/model.ts'
import type { SummariesDatabase } from '../services.ts'

/** An excerpt that is coded on the issue, and so may be cited. */
export interface Candidate {
  excerpt: ExcerptId
  comment: CommentId
  number: string
  group: string
  language: string
  byOrganisation: boolean
  position: Position
  condition: string
  words: string
}

/** Of so many excerpts at most a summary is made. */
const MOST = 5000

/**
 * What is coded on an issue in the comments of a request. What a second coder has still to read is in no summary, lest its
 * draft or its flags tell what the first one said; nor is anybody shown the comment that they are at.
 */
export async function listCandidates(
  db: Db<SummariesDatabase>,
  { id: request, processId: process }: Pick<RequestForComment, 'id' | 'processId'>,
  issue: IssueId,
  blindTo?: PersonId,
): Promise<Candidate[]> {
  const coded = await listCountedCodings(db, {
    ...{ process, request, issue, blindTo, readToTheEnd: true, limit: MOST },
  })
  return coded.flatMap(({ stakeholderGroup: group, positions, ...one }) => {
    const said = positions.find((position) => position.issue === issue)
    if (!said) return []
    const { excerpt, comment, number, language, byOrganisation, words } = one
    const { position, condition } = said
    return [{ excerpt, comment, number, language, byOrganisation, words, group, position, condition }]
  })
}

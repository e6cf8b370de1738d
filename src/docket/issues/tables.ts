import type { Instant } from '../../platform/time.ts'
import type { IssueId } from '../../processes/index.ts'
import type { LeafId } from '../../record/index.ts'
import type { RequestId } from '../../requests/index.ts'
import type { AnswerId } from '../comments/model.ts'
import type { IssueDecision, IssueDecisionId, Outcome, ProposalGroupId } from './model.ts'

export interface IssueTables {
  'docket.proposal_group': { id: ProposalGroupId; request_id: RequestId; title: string; made_at: Instant }
  'docket.grouped_proposal': { answer_id: AnswerId; paragraph: number; group_id: ProposalGroupId }
  'docket.issue_decision': {
    id: IssueDecisionId
    request_id: RequestId
    outcome: Outcome
    subject: IssueDecision['subject']
    issue_id: IssueId | null
    reason: string
    decided_at: Instant
    leaf_id: LeafId
  }
  'docket.decided_proposal': { decision_id: IssueDecisionId; answer_id: AnswerId; paragraph: number }
}

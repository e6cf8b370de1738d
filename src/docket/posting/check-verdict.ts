import { needsReason, type Reason } from '../../moderation/index.ts'
import type { Problems } from '../../platform/http/index.ts'
import { cleanText } from '../../platform/text/index.ts'
import type { Verdict } from './decide-comment.ts'
import type { VerdictForm } from './schemas.ts'

export type VerdictProblem =
  | 'reasonMissing'
  | 'reasonUnknown'
  | 'explanationMissing'
  | 'explanationLong'
  | 'actMissing'
  | 'whyMissing'
  | 'whyLong'
  | 'toMissing'
  | 'toUnknown'
export type VerdictProblems = Problems<VerdictProblem>

/** What the form's own schema found, in the words of the page. */
export function problemsOfForm(found: Problems): VerdictProblems {
  const sentences: Record<string, VerdictProblem> = {
    reason: 'reasonUnknown',
    explanation: 'explanationLong',
    why: 'whyLong',
  }
  return new Map([...found.keys()].map((field) => [field, sentences[field] ?? 'actMissing']))
}

/** A reason of the list, and where the reason is another one, which. */
export function checkVerdict(form: VerdictForm, reasons: readonly Reason[]): Verdict | VerdictProblems {
  const { act, seen } = form
  const explanation = cleanText(form.explanation ?? '').text.trim()
  const reason = form.reason || undefined
  if (!needsReason(act)) return { act, seen, reason: undefined, explanation: '' }
  if (reason === undefined) return new Map([['reason', 'reasonMissing']])
  if (!reasons.some(({ code }) => code === reason)) return new Map([['reason', 'reasonUnknown']])
  if (reason === 'other' && explanation === '') return new Map([['explanation', 'explanationMissing']])
  return { act, seen, reason, explanation }
}

/** Turning a proposal down is explained. */
export function problemsOfProposal(found: Problems, act: string, why: string): VerdictProblems {
  const missing = found.size === 0 && act === 'turn-down' && why === ''
  return missing ? new Map([['why', 'whyMissing']]) : problemsOfForm(found)
}

import { fieldsOfBody } from '../intake/read-body.ts'
import type { DecisionForm } from './check-decision.ts'

/** Whatever was sent, as the form can show it again. */
export function decisionForm(body: unknown): DecisionForm {
  const fields = fieldsOfBody(body)
  const field = (name: string) => fields.find(([one]) => one === name)?.[1] ?? ''
  const all = (name: string) => fields.filter(([one]) => one === name).map(([, value]) => value)
  return {
    act: field('act'),
    proposals: all('proposals'),
    issues: all('issues'),
    heading: field('heading'),
    outcome: field('outcome'),
    into: field('into'),
    title: field('title'),
    description: field('description'),
    reason: field('reason'),
    seen: field('seen'),
  }
}

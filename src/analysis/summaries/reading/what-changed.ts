import { redline, type Stretch } from '../../campaigns/reading/redline/redline.ts'
import type { Sentence } from '../model.ts'

export type SentenceChange =
  | { kind: 'added'; number: number; text: string }
  | { kind: 'removed'; text: string }
  | { kind: 'cites'; number: number; text: string }
  | { kind: 'moved'; number: number; text: string }
  | { kind: 'reworded'; number: number; from: string; to: string; stretches: readonly Stretch[] | undefined }

const cites = ({ citations }: Sentence) =>
  citations
    .map(({ excerpt }) => excerpt)
    .toSorted()
    .join()

/** What a version changes of the one before, sentence by sentence. */
export function whatChanged(before: readonly Sentence[], after: readonly Sentence[]): SentenceChange[] {
  const earlier = new Map(before.map((one) => [one.line, one]))
  const stay = new Set(after.map(({ line }) => line))
  const kept = before.filter(({ line }) => stay.has(line)).map(({ line }) => line)
  let place = 0
  const changed = after.flatMap((one, at): SentenceChange[] => {
    const [number, was] = [at + 1, earlier.get(one.line)]
    if (!was) return [{ kind: 'added', number, text: one.text }]
    const moved = kept[place] !== one.line
    place += 1
    if (was.text !== one.text) {
      const stretches = redline(was.text, one.text)
      return [{ kind: 'reworded', number, from: was.text, to: one.text, stretches }]
    }
    if (cites(was) !== cites(one)) return [{ kind: 'cites', number, text: one.text }]
    return moved ? [{ kind: 'moved', number, text: one.text }] : []
  })
  const removed = before.filter(({ line }) => !stay.has(line))
  return [...changed, ...removed.map(({ text }) => ({ kind: 'removed', text }) as const)]
}

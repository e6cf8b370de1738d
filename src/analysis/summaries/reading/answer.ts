import { type Static, Type } from 'typebox'
import type { Issue } from '../../../processes/index.ts'
import { footnotesOf } from '../model.ts'
import type { ReadSummary } from './read-summary.ts'

const nullable = Type.Union([Type.String(), Type.Null()])

export const SummaryAnswer = Type.Object({
  issue: Type.Object({ number: Type.Integer(), title: Type.String() }),
  version: Type.Object({
    number: Type.Integer(),
    published: Type.String({ format: 'date-time' }),
    contestUntil: Type.String({ format: 'date-time' }),
    inSpite: Type.String({ description: 'Why it was published in spite of what the check flagged.' }),
    changes: Type.String({ description: 'What changed since the version before, and why.' }),
  }),
  sentences: Type.Array(
    Type.Object({
      number: Type.Integer(),
      text: Type.String(),
      citations: Type.Array(
        Type.Object({
          footnote: Type.Integer(),
          /** None of these where the words are not public any more. */
          comment: nullable,
          group: nullable,
          position: nullable,
          condition: nullable,
          words: nullable,
        }),
      ),
    }),
  ),
  contests: Type.Array(
    Type.Object({
      comment: nullable,
      sentence: Type.Union([Type.Integer(), Type.Null()]),
      version: Type.Integer(),
      at: Type.String({ format: 'date-time' }),
      late: Type.Boolean(),
      words: nullable,
      outcome: nullable,
      answer: nullable,
      correctedIn: Type.Union([Type.Integer(), Type.Null()]),
    }),
  ),
})
export type SummaryAnswer = Static<typeof SummaryAnswer>

/** A published summary as programs read it. */
export function answerOf(
  { number, title }: Pick<Issue, 'number' | 'title'>,
  { version, sentences, contests }: ReadSummary,
): SummaryAnswer {
  const footnotes = footnotesOf(sentences)
  const { publishedAt, contestUntil, inSpite, changes } = version
  return {
    issue: { number, title },
    version: {
      ...{ number: version.number, published: publishedAt.toISOString() },
      ...{ contestUntil: contestUntil.toISOString(), inSpite, changes },
    },
    sentences: sentences.map(({ text, citations }, at) => ({
      ...{ number: at + 1, text },
      citations: citations.map(({ excerpt, shown, held }) => ({
        footnote: footnotes.get(excerpt) ?? 0,
        comment: shown?.number ?? null,
        group: shown?.group ?? null,
        position: shown ? (held ?? shown.position ?? null) : null,
        condition: shown?.condition || null,
        words: shown?.words ?? null,
      })),
    })),
    contests: contests.map((one) => ({
      ...{ comment: one.number, version: one.versionNumber, at: one.at.toISOString(), late: one.late },
      sentence: sentences.findIndex(({ line }) => line === one.line) + 1 || null,
      ...{ words: one.words || null, outcome: one.outcome, answer: one.answer || null },
      correctedIn: one.corrected,
    })),
  }
}

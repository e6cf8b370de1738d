import type { Position } from '../../coding/model.ts'
import { cuePositions } from '../../positions/cue-positions.ts'
import type { Example } from '../learning/examples.ts'
import type { TextToRead } from '../model.ts'
import { partOf, surest } from './parts.ts'
import type { Reader } from './reader.ts'
import { trackRecord } from './track-record.ts'

/** What words show of marked words: their one position, where they show just one. */
function cueOf({ text, language }: TextToRead): Position | undefined {
  const shown = [...new Set([...cuePositions(text, language)].map(({ position }) => position))]
  return shown.length === 1 ? shown[0] : undefined
}

/** Tells positions by lists of words, as sure as people here found it right. */
export function readCues(examples: readonly Example[]): Reader {
  const judged = examples
    .filter(({ positions }) => positions.length > 0)
    .flatMap((one) => {
      const said = cueOf(one)
      return said === undefined ? [] : [{ said, right: one.positions.includes(said) }]
    })
  const sure = trackRecord(judged)
  return {
    read(texts) {
      const told = texts.map(({ text, language }) =>
        [...cuePositions(text, language)].map(({ position, sentence }) => ({
          ...{ starts: sentence.start, ends: sentence.end },
          parts: [partOf({ position, confidence: sure(position) })],
        })),
      )
      return { told: surest(told), doubt: 0 }
    },
    judge(words) {
      const position = cueOf(words)
      return position === undefined ? [] : [partOf({ position, confidence: sure(position) })]
    },
  }
}

import type { Placed } from '../excerpts/model.ts'

/** Quoted words with a little of what stands around them. */
export function QuotedWords({ placed, language }: { placed: Placed; language: string }) {
  return (
    <p class="parley-claimed__text" lang={language} dir="auto">
      {placed.before && <span class="parley-muted">{placed.before}</span>}
      <mark class="parley-quoted">{placed.words}</mark>
      {placed.after && <span class="parley-muted">{placed.after}</span>}
    </p>
  )
}

import type { SuggestedPart } from '../coding/suggestions/model.ts'

/** Programs that read on this machine, in the order in which pages show them. */
export const localPrograms = ['position-cues', 'issues-and-codes', 'kinds-of-excerpt'] as const
export type LocalProgram = (typeof localPrograms)[number]

/** Those, and the language model that an operator may have named. */
export const programs = [...localPrograms, 'endpoint'] as const
export type Program = (typeof programs)[number]

export const isProgram = (name: string): name is Program => programs.some((one) => one === name)

/** A posted text as a program reads it. */
export interface TextToRead {
  text: string
  language: string
}

/** What a program says of a span, in UTF-16 units, half-open. */
export interface Told {
  starts: number
  ends: number
  parts: readonly SuggestedPart[]
}

/** What a program read in a comment. */
export interface ReadComment {
  /** Of each text, in their order. */
  told: readonly (readonly Told[])[]
  /** From 0, where it is sure of all, to 1. */
  doubt: number
}

/** How a program fares against people on the excerpts that they coded, of which it had not learnt. */
export interface Fares {
  /** `code ID`, `issue ID`, `position` or `kind`. */
  of: string
  units: number
  /** Units to which either gave it. */
  used: number
  alpha: number | null
  from: number | null
  to: number | null
  meaning: string
}

/** So many excerpts more than it learnt from, and a program learns anew. */
const GROWN_BY = 5
const GROWN_TO = 1.2

export const shallLearnAnew = (learnt: number, now: number): boolean =>
  now >= Math.max(learnt + GROWN_BY, learnt * GROWN_TO)

/** What a version is called: how it is made, and on how many excerpts it learnt. */
export const versionOf = (learnt: number): string => (learnt === 0 ? '1' : `1.${learnt}`)

import type { ModerationAct } from '../../moderation/model.ts'
import type { PersonId } from '../../participants/model.ts'
import type { CommentState, Publication } from '../comments/model.ts'

/** Where each act leads; posting and withholding undo each other, and all of them stay in the record. */
export const leadsTo = { post: 'posted', redact: 'posted', withhold: 'withheld' } as const satisfies Record<
  Exclude<ModerationAct, 'erase'>,
  CommentState
>

/** Comments nobody decided about, and those that somebody would withhold. */
export type QueuePart = 'first-look' | 'second-look'

/** Whose comments the queue shows. */
export const whoses = ['all', 'mine', 'nobody'] as const
export type Whose = (typeof whoses)[number]

/** How many comments are given to somebody at one go. */
export const MOST_AT_ONCE = 100

/** What a moderator asked to see of the queue. */
export interface QueueView {
  part: QueuePart
  whose: Whose
  reader: PersonId | undefined
}

export const wholeQueue: QueueView = { part: 'first-look', whose: 'all', reader: undefined }

/** An address that somebody changed by hand shows the whole queue. */
export function queueView(
  asked: { part?: string | undefined; whose?: string | undefined },
  reader: PersonId | undefined,
): QueueView {
  const part = asked.part === 'second-look' ? 'second-look' : 'first-look'
  return { part, whose: whoses.find((one) => one === asked.whose) ?? 'all', reader }
}

/** Where the queue stands as it was asked for. */
export function queueAddress(
  docket: string,
  { part, whose }: Pick<QueueView, 'part' | 'whose'>,
  more: Readonly<Record<string, string>> = {},
): string {
  const asked = new URLSearchParams({
    ...(part === 'second-look' && { part }),
    ...(whose !== 'all' && { whose }),
    ...more,
  }).toString()
  return `/requests/${docket}/queue${asked && `?${asked}`}`
}

/** Which acts are open to a moderator who sees a comment in this state; redacting has a page of its own. */
export function actsOpen(state: CommentState): readonly ('post' | 'withhold')[] {
  if (state === 'erased') return []
  const acts = ['post', 'withhold'] as const
  return acts.filter((act) => leadsTo[act] !== state)
}

/** A part of a comment as its leaf labels it, and whether its sender lets it be shown. */
export interface Labelled {
  label: string
  publication: Publication
}

/** What a comment's sender lets the public see. */
export interface Allowed {
  named: boolean
  /** No part of it is open to the public. */
  confidential: boolean
  answers: readonly Labelled[]
  attachments: readonly Labelled[]
  /** Labels of what is redacted: of a whole part, or of one paragraph. */
  leftOut?: readonly string[] | undefined
}

const ofOpen = ['stakeholder group', 'language', 'country', 'in reply to']
const particulars = ['name', 'organisation', 'capacity']

/** The labels of what may be shown; of two parts with one label both must be allowed, or neither is. */
function shownLabels({ named, confidential, answers, attachments }: Allowed): ReadonlySet<string> {
  if (confidential) return new Set()
  const hidden = new Set(
    [...answers, ...attachments]
      .filter(({ publication }) => publication === 'confidential')
      .map(({ label }) => label),
  )
  const open = (all: readonly Labelled[]) =>
    all.map(({ label }) => label).filter((label) => !hidden.has(label))
  const choices = [...open(answers), ...open(attachments)].map((label) => `publication of ${label}`)
  const ofNamed = named ? [...particulars, ...open(attachments)] : []
  return new Set([...ofOpen, ...open(answers), ...ofNamed, ...choices])
}

const paragraphs = /, paragraphs? (\d+)(?: to (\d+))?$/

/** Whether a part, or one of the paragraphs bound in it, is redacted. */
function isLeftOut(label: string, leftOut: ReadonlySet<string>): boolean {
  const of = label.replace(paragraphs, '')
  if (leftOut.has(of)) return true
  const [, first, last = first] = paragraphs.exec(label) ?? []
  for (let number = Number(first); number <= Number(last); number += 1)
    if (leftOut.has(`${of}, paragraph ${number}`)) return true
  return false
}

/** Which parts of a comment's leaf are shown when it is posted, counted from 1. */
export function partsShown(labels: readonly string[], allowed: Allowed): number[] {
  const [shown, leftOut] = [shownLabels(allowed), new Set(allowed.leftOut)]
  return labels.flatMap((label, at) =>
    shown.has(label.replace(paragraphs, '')) && !isLeftOut(label, leftOut) ? [at + 1] : [],
  )
}

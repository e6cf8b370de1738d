/** Marking by mouse and by keyboard, a filter for codes, and letters for what buttons and links already offer. */
const form = document.querySelector<HTMLFormElement>('form[data-mark]')
const hint = document.querySelector<HTMLElement>('[data-keys]')
const choice = hint?.querySelector<HTMLButtonElement>('[data-keys-switch]')
const kept = 'parley-keys'
const paragraphs = [...document.querySelectorAll<HTMLElement>('[data-in][data-paragraph]')]

const areOn = () => localStorage.getItem(kept) !== 'off'

function showKeys() {
  if (!hint || !choice) return
  hint.hidden = false
  choice.textContent = (areOn() ? choice.dataset['off'] : choice.dataset['on']) ?? ''
}

choice?.addEventListener('click', () => {
  localStorage.setItem(kept, areOn() ? 'off' : 'on')
  showKeys()
})

const paragraphOf = (node: Node | null) =>
  (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('[data-in][data-paragraph]')

function fill(name: string, value: string) {
  const field = form?.elements.namedItem(name)
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = value
}

/** Where the selection begins in the whole text, in UTF-16 units, as the server counts. */
function startOf(range: Range, paragraph: HTMLElement): number {
  const before = document.createRange()
  before.selectNodeContents(paragraph)
  before.setEnd(range.startContainer, range.startOffset)
  const selected = range.toString()
  const blank = selected.length - selected.trimStart().length
  return Number(paragraph.dataset['start']) + before.toString().length + blank
}

document.addEventListener('selectionchange', () => {
  const selection = document.getSelection()
  const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined
  const words = range?.toString().trim()
  const paragraph = paragraphOf(range?.startContainer ?? null)
  if (!range || !words || !paragraph || paragraphOf(range.endContainer) !== paragraph) return
  fill('words', words)
  fill('in', paragraph.dataset['in'] ?? '')
  fill('paragraph', paragraph.dataset['paragraph'] ?? '')
  fill('at', String(startOf(range, paragraph)))
})

// Words typed by hand stand wherever they stand.
if (form)
  form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLTextAreaElement && target.name === 'words') fill('at', '')
  })

const filter = form?.querySelector<HTMLElement>('[data-code-filter]')
if (filter) filter.hidden = false
filter?.querySelector('input')?.addEventListener('input', ({ target }) => {
  const wanted = target instanceof HTMLInputElement ? target.value.trim().toLowerCase() : ''
  for (const item of form?.querySelectorAll<HTMLElement>('[data-codes] .govuk-checkboxes__item') ?? []) {
    const isChosen = item.querySelector('input')?.checked ?? false
    item.hidden = !isChosen && !(item.textContent ?? '').toLowerCase().includes(wanted)
  }
})

/** The paragraph that has the focus; where none has it, there is none. */
const current = () => paragraphOf(document.activeElement)

function step(by: number) {
  const at = paragraphs.indexOf(current() as HTMLElement)
  const next = paragraphs[at < 0 ? (by > 0 ? 0 : paragraphs.length - 1) : at + by]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

function markCurrent() {
  const paragraph = current()
  if (paragraph) document.getSelection()?.selectAllChildren(paragraph)
}

/** With Shift the end of the selection moves by a word, without it the beginning. */
function moveByWord(event: KeyboardEvent): boolean {
  const selection = document.getSelection()
  if (!current() || !selection || selection.isCollapsed) return false
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return false
  const direction = event.key === 'ArrowRight' ? 'right' : 'left'
  if (event.shiftKey) selection.modify('extend', direction, 'word')
  else turnedRound(selection, () => selection.modify('extend', direction, 'word'))
  return true
}

/** Extending moves the focus of a selection: for a moment that is its beginning. */
function turnedRound(selection: Selection, extend: () => void) {
  const swap = () => {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
    if (anchorNode && focusNode) selection.setBaseAndExtent(focusNode, focusOffset, anchorNode, anchorOffset)
  }
  swap()
  extend()
  swap()
}

const moves: Readonly<Record<string, () => void>> = { j: () => step(1), k: () => step(-1), m: markCurrent }

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input:not([type=checkbox]), textarea, select') !== null

function act(key: string): boolean {
  const move = moves[key]
  if (move) move()
  const meant = move ? null : document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
  const takesFocus = meant instanceof HTMLInputElement || meant instanceof HTMLTextAreaElement
  if (takesFocus || meant === hint) meant?.focus()
  else meant?.click()
  return move !== undefined || meant !== null
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !areOn() || isWriting(event.target)) return
  if (moveByWord(event) || act(event.key.toLowerCase())) event.preventDefault()
})

showKeys()

/** What is selected in a paragraph goes into the form that marks it, with the paragraph it stands in. */
const form = document.querySelector<HTMLFormElement>('[data-island=mark-selected]')

const paragraphOf = (node: Node | null) =>
  (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('[data-in][data-paragraph]')

function fill(name: string, value: string) {
  const field = form?.elements.namedItem(name)
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = value
}

document.addEventListener('selectionchange', () => {
  const selection = document.getSelection()
  const words = selection?.toString().trim()
  const paragraph = paragraphOf(selection?.anchorNode ?? null)
  if (!words || !paragraph || paragraphOf(selection?.focusNode ?? null) !== paragraph) return
  fill('words', words)
  fill('in', paragraph.dataset['in'] ?? '')
  fill('paragraph', paragraph.dataset['paragraph'] ?? '')
})

/** Letters for what the page already offers by button and link; they can be switched off, and then stay off. */
const form = document.querySelector<HTMLFormElement>('[data-island=keys]')
const hint = form?.querySelector<HTMLElement>('[data-keys]')
const choice = form?.querySelector<HTMLButtonElement>('[data-keys-switch]')
const kept = 'parley-keys'

const areOn = () => localStorage.getItem(kept) !== 'off'

function show() {
  if (!hint || !choice) return
  hint.hidden = false
  choice.textContent = (areOn() ? choice.dataset['off'] : choice.dataset['on']) ?? ''
}

choice?.addEventListener('click', () => {
  localStorage.setItem(kept, areOn() ? 'off' : 'on')
  show()
})

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select') !== null

document.addEventListener('keydown', (event) => {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey
  if (!plain || !areOn() || isWriting(event.target)) return
  const meant = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`)
  if (!meant) return
  event.preventDefault()
  if (meant instanceof HTMLSelectElement || meant instanceof HTMLTextAreaElement || meant === hint)
    meant.focus()
  else meant.click()
})

show()

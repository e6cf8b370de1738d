/** The map explored by pointer and arrow keys: one group stands out, and beside the map is said what it stands for. */
const map = document.querySelector<SVGElement>('[data-island=opinions]')
const groups = [...(map?.querySelectorAll<SVGAElement>('a[data-group]') ?? [])]
const told = document.querySelector<HTMLElement>('[data-told]')
const texts = [...(told?.querySelectorAll<HTMLElement>('[data-of]') ?? [])]

function show(one: SVGAElement | undefined) {
  for (const other of groups)
    other.classList.toggle('parley-opinions__faded', one !== undefined && other !== one)
  for (const text of texts) text.hidden = text.dataset['of'] !== one?.dataset['group']
  if (told) told.hidden = one === undefined
}

for (const one of groups) {
  one.addEventListener('pointerenter', () => show(one))
  one.addEventListener('focus', () => show(one))
  one.addEventListener('blur', () => show(undefined))
}
map?.addEventListener('pointerleave', () => {
  const { activeElement } = document
  show(groups.find((one) => one === activeElement))
})
map?.addEventListener('keydown', (event) => {
  const at = groups.indexOf(document.activeElement as SVGAElement)
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
  if (at < 0 || step === undefined) return
  event.preventDefault()
  groups[(at + step + groups.length) % groups.length]?.focus()
})

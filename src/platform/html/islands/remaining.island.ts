/** Counts down under a field with a limit; what is over it stays, and is said to be over. */
const number = new Intl.NumberFormat(document.documentElement.lang || undefined)

for (const area of document.querySelectorAll<HTMLTextAreaElement>('[data-island=remaining]')) {
  const info = document.getElementById(`${area.id}-info`)
  if (info) count(area, info)
}

function count(area: HTMLTextAreaElement, info: HTMLElement) {
  const { limit = '0', wordsLeft = '', wordsOver = '' } = area.dataset
  const spoken = document.createElement('div')
  spoken.className = 'govuk-visually-hidden'
  spoken.setAttribute('aria-live', 'polite')
  info.after(spoken)
  let pause = 0
  const show = () => {
    const left = Number(limit) - area.value.length
    const said = (left < 0 ? wordsOver : wordsLeft).replace('{count}', number.format(Math.abs(left)))
    info.textContent = said
    info.classList.toggle('govuk-error-message', left < 0)
    clearTimeout(pause)
    pause = window.setTimeout(() => {
      spoken.textContent = said
    }, 1000)
  }
  area.addEventListener('input', show)
  // The browser may put words back after the page has loaded.
  window.addEventListener('pageshow', () => area.value && show())
  if (area.value) show()
}

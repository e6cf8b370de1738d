/** Copies a citation or a key; where the browser has no clipboard, the link leads where it always led. */
for (const trigger of document.querySelectorAll<HTMLElement>('[data-island=copy]')) {
  const before = trigger.textContent
  trigger.addEventListener('click', (event) => {
    if (!navigator.clipboard) return
    event.preventDefault()
    navigator.clipboard.writeText(trigger.dataset['copy'] ?? '').then(
      () => {
        trigger.textContent = trigger.dataset['wordsDone'] ?? before
        setTimeout(() => {
          trigger.textContent = before
        }, 2000)
      },
      () => {
        if (trigger instanceof HTMLAnchorElement) location.assign(trigger.href)
      },
    )
  })
}

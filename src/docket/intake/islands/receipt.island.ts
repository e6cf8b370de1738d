/** Waits for the log to give the comment its place, and then says that the receipt is complete. */
const triesAtMost = 30
const pauseMilliseconds = 500

for (const section of document.querySelectorAll<HTMLElement>('[data-island=receipt]')) {
  if (section.dataset['complete'] !== 'true') void wait(section)
}

async function wait(section: HTMLElement) {
  const { ask = '' } = section.dataset
  for (let tries = 0; tries < triesAtMost; tries += 1) {
    if (await isComplete(ask)) return say(section)
    await new Promise((next) => setTimeout(next, pauseMilliseconds))
  }
}

async function isComplete(ask: string): Promise<boolean> {
  try {
    const answer = await fetch(ask, { headers: { accept: 'application/json' } })
    return answer.ok && (await answer.json()).complete === true
  } catch {
    return false
  }
}

function say(section: HTMLElement) {
  const state = section.querySelector<HTMLElement>('[data-receipt-state]')
  if (state) state.textContent = state.dataset['wordsComplete'] ?? ''
  section.querySelector('[data-receipt-refresh]')?.remove()
}

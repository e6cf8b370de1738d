/** Brings in how far the import is, every two seconds, and the whole page once it has ended. */
const place = document.querySelector<HTMLElement>('[data-island=import-progress]')
const every = 2000

async function look(): Promise<void> {
  if (!place) return
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
  if (!answer.ok) throw new Error(String(answer.status))
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const now = page.querySelector<HTMLElement>('#how-far')
  if (!now?.dataset['island']) return location.reload()
  place.replaceChildren(...now.childNodes)
  setTimeout(again, every)
}

function again(): void {
  // The server may be away for a while; the import goes on where it was, and so does this.
  look().catch(() => setTimeout(again, 5 * every))
}

if (place) setTimeout(again, every)

/** Saves a form while it is being filled in: posts it on a pause, says when, and tries again when that fails. */
const pauseMilliseconds = 2000
const longestWait = 60_000
/** What a browser still carries when the page is being left. */
const carriedAtMost = 60_000
const language = document.documentElement.lang || undefined
const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-island=autosave]')) watch(form)

function watch(form: HTMLFormElement) {
  const { autosaveUrl = '', wordsSaved = '', wordsFailed = '' } = form.dataset
  const status = form.querySelector<HTMLElement>('[data-autosave-status]')
  let timer = 0
  let saved = written()
  let failures = 0
  let underWay = false

  function written(): string {
    const entries = [...new FormData(form)].filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    )
    return new URLSearchParams(entries).toString()
  }

  function soon(wait: number) {
    clearTimeout(timer)
    timer = window.setTimeout(() => void save(), wait)
  }

  async function save(leaving = false) {
    const body = written()
    if (underWay || body === saved) return
    underWay = true
    const done = await post(autosaveUrl, body, leaving)
    underWay = false
    failures = done ? 0 : failures + 1
    if (done) saved = body
    say(done)
    if (written() !== saved) soon(Math.min(pauseMilliseconds * 2 ** failures, longestWait))
  }

  function say(done: boolean) {
    if (!status) return
    const time = clock.format(new Date())
    status.textContent = (done ? wordsSaved : wordsFailed).replace('{time}', time)
    status.classList.toggle('parley-saved--failed', !done)
  }

  form.addEventListener('input', () => soon(pauseMilliseconds))
  form.addEventListener('change', () => soon(pauseMilliseconds))
  form.addEventListener('submit', () => clearTimeout(timer))
  document.addEventListener('visibilitychange', () => document.hidden && void save(true))
}

/** A redirect is no answer: it leads to a sign-in page, and nothing was kept. */
async function post(url: string, body: string, leaving: boolean): Promise<boolean> {
  const keepalive = leaving && body.length < carriedAtMost
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  try {
    const answer = await fetch(url, { method: 'POST', body, headers, keepalive, redirect: 'error' })
    return answer.ok
  } catch {
    return false
  }
}

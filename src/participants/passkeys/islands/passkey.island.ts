/** Shows the forms that ask a device for a passkey where the browser can, and sends what the device answers. */
const knowsPasskeys =
  typeof PublicKeyCredential !== 'undefined' && 'parseCreationOptionsFromJSON' in PublicKeyCredential

/** A passkey belongs to a name: no browser makes one for a number (WebAuthn level 3, §5.1.3). */
const atNumber = /^[\d.]+$|:/.test(location.hostname)

const instead = atNumber ? 'address' : knowsPasskeys ? undefined : 'browser'
for (const sentence of document.querySelectorAll<HTMLElement>('[data-passkey-instead]'))
  sentence.hidden = sentence.dataset['passkeyInstead'] !== instead

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-island=passkey]')) {
  form.hidden = instead !== undefined
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void act(form)
  })
}

/** The server's own word for why not. */
class Refused extends Error {}

/** How long a device was given, and since when. */
let asked = { at: 0, limit: Number.POSITIVE_INFINITY }

async function act(form: HTMLFormElement) {
  const button = form.querySelector('button')
  for (const sentence of form.querySelectorAll<HTMLElement>('[data-failed]')) sentence.hidden = true
  if (button) button.disabled = true
  try {
    await (form.dataset['act'] === 'add' ? add(form) : signIn(form))
  } catch (error) {
    const fallback = form.dataset['act'] === 'add' ? 'not-added' : 'not-signed-in'
    const sentence =
      form.querySelector<HTMLElement>(`[data-failed="${reasonOf(error)}"]`) ??
      form.querySelector<HTMLElement>(`[data-failed="${fallback}"]`)
    if (sentence) sentence.hidden = false
  }
  if (button) button.disabled = false
}

const byName: Record<string, string> = {
  AbortError: 'cancelled',
  InvalidStateError: 'known-already',
  SecurityError: 'wrong-site',
  TypeError: 'away',
}

/** Browsers say the same when somebody cancels and when nobody answers; the time that went by tells which. */
function reasonOf(error: unknown): string | undefined {
  if (error instanceof Refused) return error.message
  if (!(error instanceof Error)) return undefined
  if (error.name !== 'NotAllowedError') return byName[error.name]
  return performance.now() - asked.at >= asked.limit ? 'timed-out' : 'cancelled'
}

function asking<Options extends { timeout?: number }>(options: Options): Options {
  asked = { at: performance.now(), limit: options.timeout ?? Number.POSITIVE_INFINITY }
  return options
}

async function add(form: HTMLFormElement) {
  const name = new FormData(form).get('passkey')
  const options = await post('/me/passkeys/options', {})
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asking(options))
  const response = await navigator.credentials.create({ publicKey })
  await post('/me/passkeys', { name, response: asJson(response) })
  location.reload()
}

async function signIn(form: HTMLFormElement) {
  const options = await post('/sign-in/passkey/options', {})
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(asking(options))
  const response = await navigator.credentials.get({ publicKey })
  const { next } = await post('/sign-in/passkey', { to: form.dataset['to'], response: asJson(response) })
  location.assign(next)
}

function asJson(credential: Credential | null) {
  if (!(credential instanceof PublicKeyCredential)) throw new Error('The device gave no passkey.')
  return credential.toJSON()
}

async function post(path: string, body: object) {
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
  if (answer.ok) return answer.json()
  throw new Refused(await whyNot(answer))
}

async function whyNot(answer: Response): Promise<string> {
  if (answer.status === 429 || answer.status >= 500) return 'away'
  if (answer.status === 401) return 'unknown'
  const { added } = await answer.json().catch(() => ({}))
  return added === 'not-proven' ? 'not-added' : String(added)
}

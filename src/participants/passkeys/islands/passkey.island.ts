/** Shows the forms that ask a device for a passkey where the browser can, and sends what the device answers. */
const knowsPasskeys =
  typeof PublicKeyCredential !== 'undefined' && 'parseCreationOptionsFromJSON' in PublicKeyCredential

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-island=passkey]')) {
  form.hidden = !knowsPasskeys
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void act(form)
  })
}

async function act(form: HTMLFormElement) {
  const failed = form.querySelector<HTMLElement>('[data-failed]')
  const button = form.querySelector('button')
  if (failed) failed.hidden = true
  if (button) button.disabled = true
  try {
    await (form.dataset['act'] === 'add' ? add(form) : signIn(form))
  } catch {
    if (failed) failed.hidden = false
  }
  if (button) button.disabled = false
}

async function add(form: HTMLFormElement) {
  const name = new FormData(form).get('passkey')
  const options = await post('/me/passkeys/options', {})
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
  const response = await navigator.credentials.create({ publicKey })
  await post('/me/passkeys', { name, response: asJson(response) })
  location.reload()
}

async function signIn(form: HTMLFormElement) {
  const options = await post('/sign-in/passkey/options', {})
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
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
  if (!answer.ok) throw new Error(`${path} was answered ${answer.status}.`)
  return answer.json()
}

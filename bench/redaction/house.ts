import { makeProduct, type Product } from '../../setup/testing/product.ts'
import { openRequest } from '../kit/open-request.ts'
import { ask } from '../kit/stored-comments.ts'

type Form = Readonly<Record<string, string>>

const send = (url: string, form: Form, cookie: string) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual', headers: { cookie } })

const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')

async function signIn(product: Product, email: string): Promise<string> {
  const link = (await product.cli('sign-in-link', email)).trim()
  const answer = await send(link, { name: 'Mo' }, '')
  if (answer.status !== 303) throw new Error(`Nobody was signed in: ${answer.status}`)
  return cookieOf(answer)
}

export interface House {
  product: Product
  docket: string
  /** Sends a form as the moderator does, or asks for a page. */
  post(path: string, form: Form): Promise<Response>
  page(path: string): Promise<string>
}

/** The product with an open request, and a moderator signed in. */
export async function openHouse(): Promise<House> {
  const product = await makeProduct()
  await product.start()
  const docket = await openRequest(product)
  const cookie = await signIn(product, 'mo@example.org')
  const administrator = await signIn(product, 'ada@example.org')
  const [person] = await ask<{ id: string }>(
    product,
    "select id from participants.person where email = 'mo@example.org'",
  )
  const given = await send(
    `${product.url}/people/${person?.id}/roles`,
    { role: 'moderator', process: '' },
    administrator,
  )
  if (given.status !== 303) throw new Error(`No role was given: ${given.status} ${await given.text()}`)
  return {
    product,
    docket,
    post: (path, form) => send(`${product.url}${path}`, form, cookie),
    page: async (path) => {
      const answer = await fetch(`${product.url}${path}`, { headers: { cookie } })
      if (!answer.ok) throw new Error(`${path} answers ${answer.status}`)
      return answer.text()
    },
  }
}

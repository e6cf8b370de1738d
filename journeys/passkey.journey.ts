import type { CDPSession } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Visitor } from './kit/browser.ts'
import { found } from './kit/convene.ts'
import { examine } from './kit/examine.ts'
import { type House, openHouse } from './kit/house.ts'
import { enter } from './kit/people.ts'
import { press, pressButton, wordsOf } from './kit/steps.ts'

/** A lock that is built into the device and opens at once. */
const lock = {
  protocol: 'ctap2',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
} as const

const removal = /^Remove ?: Ida’s phone$/

describe('A participant with a passkey', () => {
  let house: House
  let ida: Visitor
  let device: CDPSession

  beforeAll(async () => {
    house = await openHouse(undefined, { host: 'localhost' })
    const first = await house.visitor()
    await found(house, first.page)
    await first.close()
    ida = await enter(house, 'ida@example.org', 'Ida', { script: true })
    device = await ida.page.context().newCDPSession(ida.page)
    await device.send('WebAuthn.enable')
    await device.send('WebAuthn.addVirtualAuthenticator', { options: lock })
  })
  afterAll(() => house?.close())

  const click = (button: string) => ida.page.getByRole('button', { name: button }).click()
  const says = (sentence: string) => ida.page.getByText(sentence).waitFor()

  /** The browser answers as it does when its owner cancels, or when the address is not the passkey's. */
  const deviceSays = (name: string) =>
    ida.page.evaluate((error) => {
      const refuse = () => Promise.reject(new DOMException('', error))
      Object.assign(navigator.credentials, { create: refuse, get: refuse })
    }, name)

  test('adds it from the account page, by a name of her own', async () => {
    const { page } = ida
    await page.goto('/me')
    expect(await wordsOf(page)).toContain('You have none yet.')
    await page.locator('[name=passkey]').fill('Ida’s phone')
    await pressButton(page, 'Add a passkey')
    await page.getByRole('button', { name: removal }).waitFor()
    expect(await wordsOf(page)).toContain('This is your only passkey.')
    await examine(ida, 'account with a passkey')
  })

  test('is told why none was added', async () => {
    await ida.page.goto('/me')
    await ida.page.locator('[name=passkey]').fill('Again')
    await click('Add a passkey')
    await says('This device has a passkey for your account already.')
    await deviceSays('NotAllowedError')
    await click('Add a passkey')
    await says('You or your device cancelled.')
    await deviceSays('SecurityError')
    await click('Add a passkey')
    await says('Passkeys do not work at this address.')
  })

  test('signs in with it, and is led back to where she was going', async () => {
    const { page } = ida
    await page.goto('/me')
    await pressButton(page, /^Sign out$/)
    await page.goto('/sign-in?to=%2Fme')
    await pressButton(page, 'Sign in with a passkey')
    expect(new URL(page.url()).pathname).toBe('/me')
  })

  test('removes it, and then it is not known here', async () => {
    const { page } = ida
    await press(page, page.getByRole('button', { name: removal }))
    expect(await wordsOf(page)).toContain('You have none yet.')
    await pressButton(page, /^Sign out$/)
    await page.goto('/sign-in?to=%2Fme')
    await click('Sign in with a passkey')
    await says('This passkey is not known here')
    await examine(ida, 'passkey not known')
  })

  test('finds no button at an IP address, and without script a sentence', async () => {
    const { page } = ida
    await page.goto(`${house.product.url.replace('localhost', '127.0.0.1')}/sign-in`)
    expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible()).toBe(false)
    const plain = await house.visitor()
    await plain.page.goto('/sign-in')
    expect(await wordsOf(plain.page)).toContain('To sign in with a passkey, switch on script')
    expect(await plain.page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible()).toBe(false)
  })
})

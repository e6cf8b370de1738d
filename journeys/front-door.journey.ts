import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Visitor } from './kit/browser.ts'
import {
  convenor,
  fillIn,
  fillInProcess,
  fillInRequest,
  firstStartLink,
  founding,
  questions,
  title,
} from './kit/convene.ts'
import { examine, visit } from './kit/examine.ts'
import { type House, openHouse } from './kit/house.ts'
import { follow, pressButton, wordsOf } from './kit/steps.ts'

describe('A convenor, without script,', () => {
  let house: House
  let ada: Visitor
  let reader: Visitor

  beforeAll(async () => {
    house = await openHouse()
    ada = await house.visitor()
    reader = await house.visitor()
  })
  afterAll(() => house?.close())

  test('is told where to find the code of a new installation', async () => {
    await ada.page.goto('/')
    expect(await wordsOf(ada.page)).toContain('Open the link from the start-up message')
    await examine(ada, 'first-start-code')
  })

  test('sets the installation up with the link that the server printed, and is its administrator', async () => {
    const { page } = ada
    await page.goto(firstStartLink(house))
    await examine(ada, 'first-start')
    await pressButton(page, 'Set up and sign me in')
    expect(await wordsOf(page)).toContain('There is a problem')
    await examine(ada, 'first-start-problems')
    await fillIn(page, { ...founding, Convenor: convenor })
    await page.getByLabel('Government').check()
    await pressButton(page, 'Set up and sign me in')
    expect(await wordsOf(page)).toContain('You are signed in as Ada Ní Bhriain')
    await examine(ada, 'first-start-ready')
    await page.goto('/')
    await examine(ada, 'home-empty')
  })

  test('makes a process from the pattern of an open request for comment', async () => {
    const { page } = ada
    await page.goto('/processes/new')
    await examine(ada, 'process-form')
    await pressButton(page, 'Make the process')
    await examine(ada, 'process-form-problems')
    await fillInProcess(page)
    await pressButton(page, 'Make the process')
    await examine(ada, 'process-draft')
  })

  test('drafts a request with numbered questions, a background paper and a deadline with its zone', async () => {
    const { page } = ada
    await follow(page, 'Make a request for comment')
    await examine(ada, 'request-form')
    await pressButton(page, 'Make the draft')
    await examine(ada, 'request-form-problems')
    await fillInRequest(page)
    await pressButton(page, 'Make the draft')
    await page.getByText('Add a background paper').click()
    await fillIn(page, { 'Title of the paper': 'Three questions a buyer asks' })
    const buffer = Buffer.from('# Three questions a buyer asks\n\nCan it get updates?\n')
    await page.getByLabel('Or a file').setInputFiles({ name: 'paper.md', mimeType: 'text/markdown', buffer })
    await pressButton(page, 'Add the paper')
    await examine(ada, 'request-draft')
  })

  test('publishes it, and everyone reads on one screen what is asked, until when, and what comes next', async () => {
    await pressButton(ada.page, 'Publish the request')
    const { page } = reader
    await page.goto('/')
    await examine(reader, 'home')
    await follow(page, title)
    const words = await wordsOf(page)
    for (const question of questions) expect(words).toContain(question)
    expect(words).toMatch(/Open until .*12:00.*Europe\/Dublin/)
    expect(words).toContain('Three questions a buyer asks')
    await examine(reader, 'request')
  })

  test('shows newcomers the lists, which say what will stand there', async () => {
    await visit(reader, '/processes', 'processes')
    await visit(reader, '/processes/updates-for-connected-devices', 'process')
    await visit(reader, '/requests', 'requests')
    await visit(reader, '/sign-in', 'sign-in')
    await visit(reader, '/nowhere', 'not-found', 404)
  })
})

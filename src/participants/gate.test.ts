import fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Unavailable } from '../platform/errors.ts'
import { installErrors } from '../platform/http/index.ts'
import { installGate } from './gate.ts'

const everywhere = { relation: 'any', stages: 'every' } as const

describe('While nobody can look up who is signed in,', () => {
  const app = fastify()
  let fault: Error

  beforeAll(async () => {
    installErrors(app, () => {
      throw new Error('No page is drawn here.')
    })
    installGate(app, {
      policy: [
        { action: 'comment', roles: ['anyone'], ...everywhere },
        { action: 'moderate', roles: ['moderator'], ...everywhere },
      ],
      viewerOf: () => Promise.reject(fault),
    })
    app.post('/comment', { config: { action: 'comment' } }, async () => 'the route keeps the words')
    app.get('/comment', { config: { action: 'comment' } }, async () => 'a page for guests')
    app.post('/moderate', { config: { action: 'moderate' } }, async () => 'moderated')
  })
  afterAll(() => app.close())

  const answerTo = async (method: 'GET' | 'POST', url: string) => {
    const { statusCode, body } = await app.inject({ method, url })
    return [statusCode, body]
  }

  test('a form that anyone may send still reaches its route', async () => {
    fault = new Unavailable('The database is away.')
    expect(await answerTo('POST', '/comment')).toEqual([200, 'the route keeps the words'])
  })

  test('no page is shown as if its reader had signed out, and nothing is open that was not', async () => {
    fault = new Unavailable('The database is away.')
    expect(await answerTo('GET', '/comment')).toEqual([503, '503 unavailable'])
    expect(await answerTo('POST', '/moderate')).toEqual([503, '503 unavailable'])
  })

  test('any other fault stays a fault', async () => {
    fault = new Error('A mistake of ours.')
    expect(await answerTo('POST', '/comment')).toEqual([500, '500 failed'])
  })
})

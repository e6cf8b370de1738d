import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { policy } from './app.ts'
import {
  type Actor,
  decide,
  type GatedRoute,
  givenRoles,
  guest,
  type Relation,
  type Role,
  roles,
} from './participants/index.ts'
import { type TestApp, testApp } from './testing.ts'

const relations: readonly Relation[] = ['any', 'own', 'holder']
const stages = [...new Set(policy.flatMap((row) => (row.stages === 'every' ? [] : row.stages)))].sort()
const actions = [...new Set(policy.map(({ action }) => action))].sort()

const actorWith = (role: Role): Actor =>
  role === 'anyone' || role === 'operator'
    ? { ...guest, everywhere: new Set([role]) }
    : { ...guest, person: crypto.randomUUID() as NonNullable<Actor['person']>, everywhere: new Set([role]) }

/** In which stages the role may act, as the relation stands: “every” where the stage makes no difference. */
function stagesOf(role: Role, action: string, relation: Relation): string {
  const may = (stage?: string) => decide(policy, actorWith(role), action, { stage, relations: [relation] })
  return may() ? 'every' : stages.filter((stage) => may(stage)).join(', ')
}

/** What stands behind a role's name: nothing where it may always act, `undefined` where it never may. */
function condition(role: Role, action: string): string | undefined {
  const told = relations.flatMap((relation) => {
    const when = stagesOf(role, action, relation)
    if (!when || (relation !== 'any' && when === stagesOf(role, action, 'any'))) return []
    return [[relation, when].filter((word) => word !== 'any' && word !== 'every').join(': ')]
  })
  if (told.length === 0) return undefined
  return told[0] === '' ? '' : ` (${told.join('; ')})`
}

const wider: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  anyone: [],
  operator: ['anyone'],
  'signed-in': ['anyone'],
}

/** The roles that may, leaving out those that may only because everyone, or everyone signed in, may. */
function lineOf(action: string): string {
  const named = roles.filter((role) => {
    const own = condition(role, action)
    const others = wider[role] ?? ['anyone', 'signed-in']
    return own !== undefined && !others.some((other) => condition(other, action) === own)
  })
  return `${action}: ${named.map((role) => `${role}${condition(role, action)}`).join(', ')}`
}

describe('who may do what', () => {
  test('stands here to be read, so that a change of permission shows', async () => {
    await expect(`${actions.map(lineOf).join('\n')}\n`).toMatchFileSnapshot('./permissions.txt')
  })

  test('each action is allowed to someone, and no row is written twice', () => {
    const may = (action: string) => roles.some((role) => condition(role, action) !== undefined)
    expect(actions.filter((action) => !may(action))).toEqual([])
    const rows = policy.map((row) => JSON.stringify(row))
    expect(new Set(rows).size).toBe(rows.length)
  })
})

describe('over the wire', () => {
  const cookies = new Map<Role, string | undefined>([['anyone', undefined]])
  let house: TestApp

  beforeAll(async () => {
    house = await testApp({ loadExample: async () => '/' })
    cookies.set('signed-in', (await house.signInAs()).cookie)
    for (const role of givenRoles)
      cookies.set(role, (await house.signInAs({ role, process: undefined })).cookie)
  })
  afterAll(() => house.close())

  const somewhere = (url: string) => url.replaceAll(/:\w+|\*/g, '018e0000-0000-7000-8000-000000000001')

  async function ask({ method, url }: GatedRoute, role: Role): Promise<number | 'denied'> {
    const cookie = cookies.get(role)
    const writes = method !== 'GET' && method !== 'HEAD'
    const { statusCode, headers } = await house.app.inject({
      method: method as 'GET',
      url: somewhere(url),
      // An address for each role, so that none runs into the limit of tries.
      remoteAddress: `127.0.0.${1 + roles.indexOf(role)}`,
      headers: {
        accept: 'text/html',
        ...(cookie && { cookie }),
        ...(writes && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(writes && { payload: '' }),
    })
    const toProve = /^\/(sign-in\?to=|comment-key\?number=)/.test(String(headers.location ?? ''))
    return statusCode === 403 || toProve ? 'denied' : statusCode
  }

  /** A route that first looks for what it is about may say that there is no such thing. */
  function fits({ action, looked }: GatedRoute, role: Role, got: number | 'denied'): boolean {
    if (decide(policy, actorWith(role), action)) return got !== 'denied' && got < 500
    return got === 'denied' || (looked && (got === 404 || got === 400))
  }

  test('each route asks the policy table, for each role', { timeout: 120_000 }, async () => {
    const routes = house.app.gatedRoutes
    const wrong: string[] = []
    for (const role of cookies.keys()) {
      for (const route of routes.filter((one) => role === 'anyone' || one.action !== 'sign-out')) {
        const got = await ask(route, role)
        if (!fits(route, role, got)) wrong.push(`${route.method} ${route.url} as ${role}: ${got}`)
      }
    }
    expect(wrong).toEqual([])
    expect(routes.length).toBeGreaterThan(25)
  })
})

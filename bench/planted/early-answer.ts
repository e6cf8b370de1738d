// The fault that the drill must find: comments are answered although their transaction is not committed yet.
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

type Query = (this: object, ...given: unknown[]) => unknown

const plain = pg.Client.prototype.query as unknown as Query
const taking = new WeakSet<object>()
const late = new WeakMap<object, Promise<unknown>>()
const nothing = { command: 'COMMIT', rows: [], rowCount: 0, fields: [], oid: 0 }

async function commitLater(client: object): Promise<void> {
  await sleep(100)
  await plain.call(client, 'commit')
}

/** The commit of a transaction that took comments is said to be done at once, and done a moment later. */
function query(this: object, ...given: unknown[]): unknown {
  const [text] = given
  const before = late.get(this)
  if (before !== undefined) return before.then(() => Reflect.apply(plain, this, given))
  if (text === 'commit' && taking.has(this)) {
    taking.delete(this)
    const committing = commitLater(this).finally(() => late.delete(this))
    committing.catch(() => {})
    late.set(this, committing)
    return Promise.resolve(nothing)
  }
  if (typeof text === 'string' && text.includes('insert into "docket"."comment"')) taking.add(this)
  return Reflect.apply(plain, this, given)
}

Object.assign(pg.Client.prototype, { query })

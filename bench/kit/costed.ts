import type { Product } from '../../setup/testing/product.ts'
import { type Load, type Measured, sendComments } from './comment-load.ts'
import { whole } from './numbers.ts'
import { busyTime } from './processes.ts'

/** A measurement, with the processor time of one comment in µs: that stays comparable while others use the machine. */
export interface Costed extends Measured {
  web: number
  database: number
}

/** Sends comments to the process and counts what it and the product's database spent on them. */
export async function sendCosted(load: Load, pid: number, product: Product): Promise<Costed> {
  const busy = () => [busyTime(pid), busyTime(product.databasePid() ?? 0)] as const
  const [web, database] = busy()
  const measured = await sendComments(load)
  const [webAfter, databaseAfter] = busy()
  const each = measured.ledger.acknowledged.size / 1000
  return { ...measured, web: (webAfter - web) / each, database: (databaseAfter - database) / each }
}

export function lineFor(name: string, { perSecond, p50, p99, web, database, ledger }: Costed): string {
  const others = [...ledger.statuses].filter(([status]) => status !== 201)
  return [
    `${name.padEnd(16)} ${whole(perSecond).padStart(6)}/s`,
    `p50 ${p50} ms`,
    `p99 ${p99} ms`,
    `${whole(web)} µs web + ${whole(database)} µs database a comment`,
    ...others.map(([status, count]) => `${status} × ${whole(count)}`),
  ].join('  ')
}

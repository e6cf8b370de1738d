import type { FastifyInstance } from 'fastify'
import { type Db, databaseIsAway } from '../../platform/db/index.ts'
import { findInstallation } from '../installation/store.ts'
import type { InstallationTables } from '../installation/tables.ts'

const OPEN = ['/first-start', '/assets/', '/favicon', '/health']

/** With the database away nobody knows; then each page says for itself that it can't answer, and keeps what was sent. */
async function isFounded(db: Db<InstallationTables>): Promise<boolean | 'unknown'> {
  try {
    return (await findInstallation(db)) !== undefined
  } catch (error) {
    if (databaseIsAway(error)) return 'unknown'
    throw error
  }
}

/** While the installation belongs to nobody, every page leads to its first start. */
export function installFirstStart(app: FastifyInstance, db: Db<InstallationTables>): void {
  let founded = false
  // After the body was read: where the database is away, the words of a form are handed back.
  app.addHook('preValidation', async (request, reply) => {
    if (founded || OPEN.some((path) => request.url.startsWith(path))) return
    const known = await isFounded(db)
    founded = known === true
    if (known === false) return reply.redirect('/first-start', 303)
  })
}

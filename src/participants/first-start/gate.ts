import type { FastifyInstance } from 'fastify'
import type { Db } from '../../platform/db/index.ts'
import { findInstallation } from '../installation/store.ts'
import type { InstallationTables } from '../installation/tables.ts'

const OPEN = ['/first-start', '/assets/', '/favicon', '/health']

/** While the installation belongs to nobody, every page leads to its first start. */
export function installFirstStart(app: FastifyInstance, db: Db<InstallationTables>): void {
  let founded = false
  // After the body was read: where the database is away, the words of a form are handed back.
  app.addHook('preValidation', async (request, reply) => {
    if (founded || OPEN.some((path) => request.url.startsWith(path))) return
    founded = (await findInstallation(db)) !== undefined
    if (!founded) return reply.redirect('/first-start', 303)
  })
}

// The peer of the intake bench: a bare Fastify handler that inserts one row and answers once it is committed.
import { randomUUID } from 'node:crypto'
import Fastify from 'fastify'
import { Pool } from 'pg'

const [host, user, database, port] = process.argv.slice(2)
const pool = new Pool({ host, user, database, max: 10 })
await pool.query('create schema if not exists bench')
await pool.query(
  'create table if not exists bench.row (id uuid primary key, key text not null, body text not null)',
)

const app = Fastify()
app.post('/api/requests/:docket/comments', async (request, reply) => {
  const { idempotencyKey, answers } = request.body as { idempotencyKey: string; answers: [{ text: string }] }
  const id = randomUUID()
  await pool.query('insert into bench.row (id, key, body) values ($1, $2, $3)', [
    id,
    idempotencyKey,
    answers[0].text,
  ])
  return reply.code(201).send({ number: id })
})
await app.listen({ host: '127.0.0.1', port: Number(port) })
console.log('listening')
process.on('SIGTERM', () => app.close().then(() => pool.end()))

import { Readable } from 'node:stream'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { mediaTypes } from '../files/index.ts'
import { sendDownload } from './download.ts'

async function download(name: string, mediaType: string) {
  const app = fastify()
  app.get('/', (_request, reply) =>
    sendDownload(reply, { name, mediaType, bytes: 5 }, Readable.from([Buffer.from('words')])),
  )
  return app.inject('/')
}

test.each(Object.entries(mediaTypes))(
  'a file of kind %s is saved, never shown or run',
  async (_kind, mediaType) => {
    const { headers, body } = await download('our view.x', mediaType)
    expect(body).toBe('words')
    expect(headers['content-type']?.toString().split(';')[0]).toBe(mediaType)
    expect(headers['content-disposition']).toBe("attachment; filename*=UTF-8''our%20view.x")
    expect(headers['content-security-policy']).toMatch(/^sandbox;/)
    expect(headers['content-security-policy']).not.toContain('allow-')
    expect(headers['x-content-type-options']).toBe('nosniff')
  },
)

test.each([
  'a"\r\nset-cookie: b=c.html',
  "it's; filename=evil.exe",
  '../../etc/passwd',
  '日本語.pdf',
  '\ud800.pdf',
])('no name breaks out of its place: %j', async (name) => {
  const { statusCode, headers } = await download(name, 'text/html')
  expect(statusCode).toBe(200)
  expect(headers['set-cookie']).toBeUndefined()
  expect(headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''[\w.~!%-]+$/)
})

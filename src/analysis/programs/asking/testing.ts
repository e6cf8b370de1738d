import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Endpoint } from './endpoint.ts'

/** What a model on this machine says to a comment, for tests only. */
export type Reply = (comment: string, response: ServerResponse) => void

/** A chat completion with this content. */
export const completion = (content: string): string => JSON.stringify({ choices: [{ message: { content } }] })

/** Answers with these suggestions. */
export const suggest =
  (suggestions: readonly object[]): Reply =>
  (_, response) => {
    response.end(completion(JSON.stringify({ suggestions })))
  }

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString()
}

/** A language model on this machine that says what a test tells it to, and keeps what it was sent. */
export async function localModel() {
  const sent: { body: string; authorization: string | undefined; url: string | undefined }[] = []
  let reply: Reply = suggest([])
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request)
    sent.push({ body, authorization: request.headers.authorization, url: request.url })
    const { content } = JSON.parse(body).messages[1]
    reply(JSON.parse(content).comment, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const endpoint: Endpoint = {
    url: `http://127.0.0.1:${port}/v1`,
    model: 'small-model',
    readKey: () => 'a-secret-key',
    limits: { answer: 400, pauses: [5, 5] },
  }
  return {
    ...{ endpoint, sent },
    say(next: Reply) {
      reply = next
    },
    close() {
      server.closeAllConnections()
      return new Promise<unknown>((resolve) => server.close(resolve))
    },
  }
}

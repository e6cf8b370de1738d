import type { FastifyReply } from 'fastify'

export interface Download {
  name: string
  mediaType: string
  bytes: number
}

/** RFC 8187 leaves fewer characters plain than addresses do. */
const percentEncoded = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`

/** A stranger's file is saved, never shown: no browser may run or guess at what is in it. */
export function sendDownload(
  reply: FastifyReply,
  file: Download,
  bytes: NodeJS.ReadableStream,
): FastifyReply {
  const name = encodeURIComponent(file.name.toWellFormed()).replace(/['()*]/g, percentEncoded)
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('x-content-type-options', 'nosniff')
    .header('content-length', file.bytes)
    .type(file.mediaType)
    .send(bytes)
}

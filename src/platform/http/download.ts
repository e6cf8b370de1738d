import type { FastifyReply } from 'fastify'

export interface Download {
  name: string
  mediaType: string
  bytes: number
}

/** A stranger's file is saved, never shown: no browser may run or guess at what is in it. */
export function sendDownload(
  reply: FastifyReply,
  file: Download,
  bytes: NodeJS.ReadableStream,
): FastifyReply {
  const name = encodeURIComponent(file.name).replaceAll("'", '%27')
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('x-content-type-options', 'nosniff')
    .header('content-length', file.bytes)
    .type(file.mediaType)
    .send(bytes)
}

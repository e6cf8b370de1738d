import { once } from 'node:events'
import type { ClientBase, Connection, Submittable } from 'pg'

/** The part of pg's connection that its types leave out: it knows the messages of COPY. */
interface CopyConnection extends Connection {
  sendCopyFromChunk(chunk: Uint8Array): void
  endCopyFrom(): void
  sendCopyFail(why: string): void
}

const mostWaiting = 64

/** One COPY statement; pg calls these methods as the server's messages come in. */
class Copy implements Submittable {
  readonly #statement: string
  #connection: CopyConnection | undefined
  #chunks: Buffer[] = []
  #wake = () => {}
  #ended = false
  #abandoned = false
  #error: Error | undefined
  rows = 0

  constructor(statement: string) {
    this.#statement = statement
  }

  submit(connection: Connection): void {
    this.#connection = connection as CopyConnection
    connection.query(this.#statement)
  }

  handleCopyInResponse(): void {
    this.#wake()
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    if (this.#abandoned) return
    // pg goes on to use the memory that this chunk lies in.
    this.#chunks.push(Buffer.from(chunk))
    if (this.#chunks.length >= mostWaiting) this.#connection?.stream.pause()
    this.#wake()
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.rows = Number(text.replace('COPY ', ''))
  }

  handleError(error: Error): void {
    this.#error ??= error
    this.handleReadyForQuery()
  }

  handleReadyForQuery(): void {
    this.#ended = true
    this.#wake()
  }

  #waken(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve
    })
  }

  /** What the server sends; it is let send on only as fast as this is read. */
  async *read(): AsyncGenerator<Buffer> {
    try {
      for (;;) {
        const waken = this.#waken()
        const chunks = this.#chunks
        this.#chunks = []
        yield* chunks
        if (this.#chunks.length > 0) continue
        if (this.#error) throw this.#error
        if (this.#ended) return
        this.#connection?.stream.resume()
        await waken
      }
    } finally {
      // Whoever stopped reading must not keep the server from coming to the end of the statement.
      this.#abandoned = true
      this.#connection?.stream.resume()
    }
  }

  /** Sends all chunks; what the server or their source has against it is thrown. */
  async write(chunks: AsyncIterable<Uint8Array>): Promise<void> {
    if (!this.#ended) await this.#waken()
    try {
      for await (const chunk of chunks) {
        if (this.#ended) break
        await this.#send(chunk)
      }
      if (!this.#ended) this.#connection?.endCopyFrom()
    } catch (error) {
      this.#connection?.sendCopyFail('what was to be copied broke off')
      this.#error = error as Error
    }
    while (!this.#ended) await this.#waken()
    if (this.#error) throw this.#error
  }

  async #send(chunk: Uint8Array): Promise<void> {
    this.#connection?.sendCopyFromChunk(chunk)
    const stream = this.#connection?.stream
    if (stream?.writableNeedDrain) await Promise.race([once(stream, 'drain'), this.#waken()])
  }
}

/** The bytes of `copy … to stdout`, in memory that does not grow with them; `counted` is told how many rows there were. */
export async function* copyOut(
  client: ClientBase,
  statement: string,
  counted: (rows: number) => void,
): AsyncGenerator<Buffer> {
  const copy = client.query(new Copy(statement))
  yield* copy.read()
  counted(copy.rows)
}

/** Sends bytes to `copy … from stdin`; answers how many rows they made. */
export async function copyIn(
  client: ClientBase,
  statement: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<number> {
  const copy = client.query(new Copy(statement))
  await copy.write(chunks)
  return copy.rows
}

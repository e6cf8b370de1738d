import { type MessagePort, workerData } from 'node:worker_threads'
import { TextReader } from '../engine/text-reader.ts'
import { pack } from './packed.ts'

const { port, threshold } = workerData as { port: MessagePort; threshold: number }
const reader = new TextReader(threshold)

port.on('message', ({ texts, given }: { texts: string[]; given?: ReadonlySet<number> }) => {
  const packed = pack(texts, (text) => reader.read(text, given))
  port.postMessage(packed, [packed.buffer])
})

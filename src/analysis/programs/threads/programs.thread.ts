import { type MessagePort, workerData } from 'node:worker_threads'
import { type Order, ProgramsAtWork } from './programs-at-work.ts'

const { port } = workerData as { port: MessagePort }
const programs = new ProgramsAtWork()

port.on('message', (order: Order) => {
  try {
    port.postMessage(programs.do(order))
  } catch (error) {
    port.postMessage({ failed: error instanceof Error ? error.message : String(error) })
  }
})

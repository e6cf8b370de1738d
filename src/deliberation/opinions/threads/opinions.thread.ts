import { type MessagePort, workerData } from 'node:worker_threads'
import { computeOpinions, type Given } from '../compute-opinions.ts'

const { port, given } = workerData as { port: MessagePort; given: Given }
port.postMessage(computeOpinions(given))
port.close()

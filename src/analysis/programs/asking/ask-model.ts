import { setTimeout as sleep } from 'node:timers/promises'
import type { Endpoint } from './endpoint.ts'
import { readBody } from './read-body.ts'
import { ModelTrouble, type TroubleWord } from './trouble.ts'

export interface Message {
  role: 'system' | 'user'
  content: string
}

const USUAL = { answer: 60_000, pauses: [2000, 8000] }
const MOST_TOKENS = 4000

function keyOf(endpoint: Endpoint): string | undefined {
  try {
    return endpoint.readKey()
  } catch (error) {
    throw new ModelTrouble('key', error instanceof Error ? error.message : String(error))
  }
}

function wordOf(status: number): TroubleWord {
  if (status === 429) return 'limited'
  return status >= 500 ? 'away' : 'refused'
}

async function askOnce(
  endpoint: Endpoint,
  messages: readonly Message[],
  signal: AbortSignal,
): Promise<string> {
  const key = keyOf(endpoint)
  const answer = await fetch(`${endpoint.url}/chat/completions`, {
    method: 'POST',
    redirect: 'error',
    signal,
    headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({
      model: endpoint.model,
      messages,
      temperature: 0,
      max_tokens: MOST_TOKENS,
      response_format: { type: 'json_object' },
    }),
  })
  const words = await readBody(answer)
  if (answer.ok) return words
  throw new ModelTrouble(wordOf(answer.status), `It answers ${answer.status}: ${words.slice(0, 300)}`)
}

/** What went wrong, as a trouble; none of ours. */
function troubleOf(error: unknown, timedOut: boolean): ModelTrouble {
  if (error instanceof ModelTrouble) return error
  const message = error instanceof Error ? error.message : String(error)
  return new ModelTrouble(timedOut ? 'slow' : 'away', message)
}

/**
 * Asks a language model once, and again after a pause where it is away or wants fewer questions.
 * @returns its whole answer, as it came; @throws ModelTrouble
 */
export async function askModel(
  endpoint: Endpoint,
  messages: readonly Message[],
  stopping: AbortSignal,
): Promise<string> {
  const { answer, pauses } = endpoint.limits ?? USUAL
  for (let tries = 0; ; tries += 1) {
    const limit = AbortSignal.timeout(answer)
    try {
      return await askOnce(endpoint, messages, AbortSignal.any([limit, stopping]))
    } catch (error) {
      const trouble = troubleOf(error, limit.aborted)
      const pause = pauses[tries]
      const passes = trouble.word === 'away' || trouble.word === 'limited'
      if (!passes || pause === undefined || stopping.aborted) throw trouble
      await sleep(pause, undefined, { signal: stopping }).catch(() => {})
    }
  }
}

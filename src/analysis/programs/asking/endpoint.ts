/** A language model behind an OpenAI-compatible address, as the operator named it. */
export interface Endpoint {
  /** The base of its addresses: `https://models.example.org/v1`. */
  url: string
  model: string
  /** Read anew for each question; nothing where the model wants none. Throws where others could read it. */
  readKey(): string | undefined
  /** How long one question may take, and how long to wait before it is asked again; in milliseconds. */
  limits?: { answer: number; pauses: readonly number[] }
}

/** What everybody may know of it. */
export const toldOf = ({ url, model }: Endpoint) => ({ model, host: new URL(url).host })

/** How its suggestions are asked for; another number is another version. */
const QUESTION = 1

export const endpointVersion = ({ model }: Endpoint): string => `${model} (${QUESTION})`

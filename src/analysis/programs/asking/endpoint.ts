/** A language model behind an OpenAI-compatible address, as the operator named it. */
export interface Endpoint {
  /** The base of its addresses: `https://models.example.org/v1`. */
  url: string
  model: string
  /** Read anew for each question, so that a changed key needs no restart. */
  readKey(): string | undefined
  /** What everybody may know of it. */
  told: { model: string; host: string }
}

/** Why a language model did not answer, in a word that pages know. */
export type TroubleWord = 'away' | 'slow' | 'refused' | 'limited' | 'unreadable' | 'key'

/** Thrown where a question got no answer that can be used. */
export class ModelTrouble extends Error {
  override name = 'ModelTrouble'
  readonly word: TroubleWord

  constructor(word: TroubleWord, message: string) {
    super(message)
    this.word = word
  }
}

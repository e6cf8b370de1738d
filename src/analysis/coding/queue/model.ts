/** How far a request is coded. */
export interface Progress {
  posted: number
  taken: number
  done: number
  notSubstantive: number
  twice: number
  excerpts: number
  /** Excerpts whose words are gone. */
  lost: number
  /** Comments nobody took yet that stand for a campaign, and such that one stands for. */
  representatives: number
  copies: number
}

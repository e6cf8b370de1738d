export interface Loop {
  /** Lets the turn under way come to its end, and begins none after it. */
  stop(): Promise<void>
}

/** Takes one turn after another until stopped; each answers how many milliseconds to rest before the next. */
export function startLoop(turn: () => Promise<number>): Loop {
  let stopped = false
  let wake = () => {}
  const rest = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const running = (async () => {
    while (!stopped) {
      const milliseconds = await turn()
      if (!stopped) await rest(milliseconds)
    }
  })()
  return {
    stop: () => {
      stopped = true
      wake()
      return running
    },
  }
}

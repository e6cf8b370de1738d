export interface Loop {
  /** Lets the turn under way come to its end, and begins none after it. */
  stop(): Promise<void>
}

/**
 * Takes one turn after another until stopped; each answers how many milliseconds to rest before the next. A turn that
 * takes long gives up when its signal says that the loop is being stopped.
 */
export function startLoop(turn: (stopping: AbortSignal) => Promise<number>): Loop {
  const stopping = new AbortController()
  const { signal } = stopping
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
    while (!signal.aborted) {
      const milliseconds = await turn(signal)
      if (!signal.aborted) await rest(milliseconds)
    }
  })()
  return {
    stop: () => {
      stopping.abort()
      wake()
      return running
    },
  }
}

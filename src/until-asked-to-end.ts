const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Fulfils when this process is asked to end: by a signal, or because the one that started it is gone. */
export function untilAskedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    // Stays in place to the end: a second signal must not cut a clean stop short.
    for (const signal of signals) process.on(signal, () => resolve())
    process.on('disconnect', () => resolve())
    if (process.send && !process.connected) resolve()
  })
}

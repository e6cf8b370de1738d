const MOST = 30

/**
 * Keeps the latest answers by what they hold for. Whoever asks names in the key all that the answer depends on, so that
 * an answer is never told after anything behind it changed.
 */
export function remember<Answer>() {
  const kept = new Map<string, Promise<Answer>>()
  const keep = (key: string, asked: Promise<Answer>): Promise<Answer> => {
    kept.set(key, asked)
    asked.catch(() => kept.delete(key))
    for (const oldest of kept.keys()) if (kept.size > MOST) kept.delete(oldest)
    return asked
  }
  return (key: string | undefined, ask: () => Promise<Answer>): Promise<Answer> =>
    key === undefined ? ask() : (kept.get(key) ?? keep(key, ask()))
}

const atOnce = 2
const waiting: (() => void)[] = []
let running = 0

function giveBack(): void {
  const next = waiting.shift()
  if (next) next()
  else running -= 1
}

/** Waits until fewer than two extractions run in this process; answers how to give the turn back. */
export async function takeTurn(): Promise<() => void> {
  if (running < atOnce) running += 1
  else await new Promise<void>((resolve) => waiting.push(resolve))
  return giveBack
}

/**
 * @param {string | Record<string, { symbol: string, filePath: string }>} found
 * @returns {string[]}
 */
function namesIn(found) {
  if (typeof found === 'string') return [found]
  return Object.values(found).map(({ symbol, filePath }) => `${symbol} in ${filePath}`)
}

/**
 * Prints what knip found, and how many files it looked at.
 * @param {import('knip').ReporterOptions} options
 */
export default function report({ issues, counters }) {
  for (const [kind, found] of Object.entries(issues)) {
    for (const name of Object.values(found).flatMap(namesIn)) console.log(`${kind}: ${name}`)
  }
  console.log(`knip looked at ${counters.processed} files`)
}

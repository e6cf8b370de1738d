/** PostgreSQL keeps neither zero bytes nor halves of characters: both become the mark for what cannot be shown. */
export function storable(text: string): string {
  return text.replaceAll('\0', '\ufffd').toWellFormed()
}

/** Cells as they can be kept; columns of our own making, which begin with a zero byte, are none of the file's. */
export function storableCells(cells: Iterable<readonly [string, string]>): Record<string, string> {
  const own = [...cells].filter(([name]) => !name.startsWith('\0'))
  return Object.fromEntries(own.map(([name, value]) => [storable(name), storable(value)]))
}

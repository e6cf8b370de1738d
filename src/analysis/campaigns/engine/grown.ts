/** The same numbers with room for at least `least` of them. */
export function grown(numbers: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  if (least <= numbers.length) return numbers
  const wider = new Int32Array(Math.max(least, Math.ceil(1.5 * numbers.length)))
  wider.set(numbers)
  return wider
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** A number as people read it: whole, with commas. */
export const whole = (value: number): string => Math.round(value).toLocaleString('en')

/** What is asked about the people rather than the question comes up so often, whatever was voted. */
const META = 49

/**
 * How early a statement is shown to the next who votes (Polis):
 * `[(1 − (P + 1)/(S + 2)) · (extremity + 1) · (A + 1)/(S + 2) · (1 + 8 · 2^(−S/5))]²`, with P passing and A agreeing of S
 * who voted: statements that few passed on, that tell people apart, that many agree with, and that are new.
 * @param extremity of the statement's projection; 0 where none is known yet
 */
export function priorityOf(
  { agree, pass, seen }: { agree: number; pass: number; seen: number },
  extremity: number,
  isMeta = false,
): number {
  if (isMeta) return META
  const passed = (pass + 1) / (seen + 2)
  const agreed = (agree + 1) / (seen + 2)
  return ((1 - passed) * (extremity + 1) * agreed * (1 + 8 * 2 ** (-seen / 5))) ** 2
}

/** People read it out and copy it: it never breaks at its hyphens. */
export function TrackingNumber({ number }: { number: string }) {
  return <span class="parley-number">{number}</span>
}

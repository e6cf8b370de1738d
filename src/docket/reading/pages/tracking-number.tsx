/** People read it out and copy it: it breaks at its hyphens only where no line can hold it. */
export function TrackingNumber({ number }: { number: string }) {
  return <span class="parley-number">{number}</span>
}

/** Says the time of a deadline in the reader's own zone too, beside the announced one. */
const own = Intl.DateTimeFormat().resolvedOptions().timeZone

function shown(at: Date, timeZone: string, language: string): string {
  const style = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  } as const
  return new Intl.DateTimeFormat(language || undefined, { ...style, hourCycle: 'h23', timeZone }).format(at)
}

for (const place of document.querySelectorAll<HTMLElement>('[data-island=local-time]')) {
  const { at = '', zone = 'UTC', wordsOther = '', wordsSame = '' } = place.dataset
  const moment = new Date(at)
  const time = shown(moment, own, place.lang)
  const same = time === shown(moment, zone, place.lang)
  place.textContent = same ? wordsSame : wordsOther.replace('{time}', time).replace('{zone}', own)
}

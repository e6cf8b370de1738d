import { useLocale } from '../../../platform/i18n/index.ts'

const kinds: Record<string, string> = {
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.oasis.opendocument.text': 'ODT',
  'application/rtf': 'RTF',
  'text/html': 'HTML',
  'text/plain': 'TXT',
  'text/markdown': 'Markdown',
}

export const kindOfFile = (mediaType: string): string => kinds[mediaType] ?? mediaType

/** A size as people say it. */
export function useFileSize(bytes: number): string {
  const locale = useLocale()
  const [unit, amount] =
    bytes < 1e6 ? (['kilobyte', Math.max(bytes / 1e3, 0.1)] as const) : (['megabyte', bytes / 1e6] as const)
  const shown = { style: 'unit', unit, maximumFractionDigits: amount < 10 ? 1 : 0 } as const
  return new Intl.NumberFormat(locale, shown).format(amount)
}

/** Windows code pages by the names that decoders know them by. */
const labels: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  1253: 'windows-1253',
  1254: 'windows-1254',
  1255: 'windows-1255',
  1256: 'windows-1256',
  1257: 'windows-1257',
  1258: 'windows-1258',
  10000: 'macintosh',
  65001: 'utf-8',
}

/** The code page of each character set that a font names by `\fcharset`. */
const pages: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10_000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
}

export const pageOfCharset = (charset: number): number | undefined => pages[charset]

/** Whether nothing here knows the code page, so that another is assumed. */
export const isUnknownPage = (page: number): boolean => labels[page] === undefined

export function decodeLetters(bytes: Uint8Array, page: number): string {
  return new TextDecoder(labels[page] ?? 'windows-1252').decode(bytes)
}

const literally = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/** Finds an address where it stands whole, and not within a longer one; the same to PostgreSQL and in a script. */
export const mentionOfAddress = (address: string): string =>
  `(?<![\\w.%+'-])${literally(address)}(?![\\w-]|\\.\\w)`

/** Finds a name whose words may stand on two lines. */
export const mentionOfName = (name: string): string =>
  `(?<!\\w)${name.trim().split(/\s+/).map(literally).join('\\s+')}(?!\\w)`

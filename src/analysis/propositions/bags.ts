/** How often each feature stands in a text. */
export type Bag = Map<string, number>

function add(bag: Bag, feature: string): void {
  bag.set(feature, (bag.get(feature) ?? 0) + 1)
}

/** Runs of 1 to `longest` words. */
export function runsOf(words: readonly string[], longest: number): Bag {
  const bag: Bag = new Map()
  for (let length = 1; length <= longest; length += 1)
    for (let at = 0; at + length <= words.length; at += 1) add(bag, words.slice(at, at + length).join(' '))
  return bag
}

/** So much of a proposition is read: none that people marked comes near it. */
const MOST_READ = 5000

const plain = (text: string) => text.slice(0, MOST_READ).toLowerCase().replaceAll('’', "'")

/** Words of two letters or more, as the reference baseline reads them. */
export const plainWords = (text: string): string[] => plain(text).match(/[\p{L}\p{N}_]{2,}/gu) ?? []

/** Runs of 3 to 5 signs within each word and the spaces around it. */
export function signsOf(text: string): Bag {
  const bag: Bag = new Map()
  for (const word of plain(text).split(/\s+/)) {
    const padded = ` ${word} `
    for (let length = 3; length <= 5; length += 1)
      for (let at = 0; at + length <= padded.length; at += 1) add(bag, padded.slice(at, at + length))
  }
  return bag
}

const address = /https?:\S+|www\.\S+/g

function pieces(text: string, signs: RegExp): string[] {
  const read = plain(text)
    .replace(address, ' zzaddress ')
    .replace(/\p{N}+/gu, '0')
  return read.match(signs) ?? []
}

/** Words with the ends of the text marked, every number and every address the same, and the signs that tell something. */
export function tokensOf(text: string): string[] {
  return ['^', ...pieces(text, /[\p{L}\p{M}']+|0|[?!$%"§;:]/gu), '$']
}

const endings = 'ing ed ly tion ment ness able ible ous ive al er est ies s ity ful'.split(' ')
/** Words that make a sentence rather than name things. */
const making = new Set(
  `i me my we us our you your he she his her him it its they them their this that these those a an the and or but if
   because as until while of at by for with about against between into through during before after to from up down in out
   on off over under again then once here there when where why how all any both each few more most other some such no nor
   not only own same so than too very can will just should would could may might must shall need have has had do does did
   is are was were be been being am who which what whom never always often if also even still already since however please`.split(
    /\s+/,
  ),
)

const isKept = (word: string) => word.length < 3 || making.has(word) || !/\p{L}/u.test(word)

/** The build of a text: what makes its sentences stays, of every other word only how it ends. */
export function buildOf(text: string): string[] {
  const words = pieces(text, /[\p{L}\p{M}']+|0|[?!$%"§;:,()]/gu)
  const built = words.map((word) => {
    if (isKept(word)) return word
    return `~${endings.find((ending) => word.endsWith(ending) && word.length > ending.length + 1) ?? ''}`
  })
  return ['^', ...built, '$']
}

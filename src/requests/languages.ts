// The official languages of the United Nations and the European Union, and those with most speakers besides.
const codes =
  'ar bg bn cs da de el en es et fi fr ga hi hr hu id it ja ko lt lv mt nl pl pt ro ru sk sl sv sw tr uk ur vi zh'

/** Each language names itself. */
export const languages: readonly { value: string; text: string }[] = codes.split(' ').map((value) => ({
  value,
  text: new Intl.DisplayNames([value], { type: 'language' }).of(value) ?? value,
}))

export function isLanguage(code: string): boolean {
  return languages.some(({ value }) => value === code)
}

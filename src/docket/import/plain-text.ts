import { decodeHTML } from 'entities'

const breaks = /<br\s*\/?>|<\/(p|div|li|tr|h[1-6]|blockquote)\s*>/gi
const markup =
  /<\/?(a|b|i|u|em|strong|p|div|span|ul|ol|li|h[1-6]|font|table|tbody|tr|td|th|blockquote|sup|sub)(\s[^<>]*)?\/?>/gi

/** The words of a comment that another system stored as HTML; a `<` that begins no known tag is a word like others. */
export function plainText(text: string): string {
  return decodeHTML(text.replace(breaks, '\n').replace(markup, '')).replaceAll('\u00a0', ' ')
}

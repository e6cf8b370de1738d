// What spreadsheets take for the beginning of a formula, in both widths (OWASP, “CSV Injection”).
const startsFormula = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/
const wasHarmful = /^'+[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/** The text for a cell of a table: what a spreadsheet would run as a formula gets an apostrophe before it. */
export const harmlessCell = (text: string): string => (startsFormula.test(text) ? `'${text}` : text)

/** The text that was made harmless, as it was. */
export const originalCell = (cell: string): string => (wasHarmful.test(cell) ? cell.slice(1) : cell)

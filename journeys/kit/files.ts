import { lineOf, pdfOf } from '../../src/platform/files/testing.ts'

/** Files as people send them, made here byte by byte. */
export const letter = {
  name: 'letter.pdf',
  mimeType: 'application/pdf',
  buffer: pdfOf([lineOf('Print the date until which updates are promised on the box.')]),
}

export const notes = {
  name: 'notes.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('We asked forty shoppers. Thirty-one wanted the date.\n'),
}

/** Called a PDF, and a picture in truth. */
export const liar = {
  name: 'photo.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
}

import { describe, expect, test } from 'vitest'
import type { TrueType } from './model.ts'
import { judgeFile, sniff } from './sniff.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')

const samples: [string, TrueType, string][] = [
  ['a PDF', 'pdf', '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'],
  ['a PDF behind some noise', 'pdf', '\r\n\r\n%PDF-1.4\n'],
  ['a zip', 'zip', 'PK\x03\x04\x14\0\0\0'],
  ['an old Word file', 'old-office', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0'],
  ['a PNG', 'picture', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
  ['a JPEG', 'picture', '\xff\xd8\xff\xe0\0\x10JFIF'],
  ['a Windows program', 'program', 'MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff'],
  ['a Linux program', 'program', '\x7fELF\x02\x01\x01\0'],
  ['a gzip', 'archive', '\x1f\x8b\x08\0\0\0'],
  ['RTF', 'rtf', '{\\rtf1\\ansi Hello}'],
  ['a letter', 'text', 'Dear chair,\r\n\tthank you.'],
  ['a letter in Windows-1252', 'text', 'Gr\xfc\xdfe \x93aus\x94 K\xf6ln'],
  ['a letter in UTF-16', 'text', 'H\0e\0l\0l\0o\0'],
  ['a letter that begins with MZ', 'text', 'MZ wrote to the committee'],
  ['a letter about PDF', 'text', 'A file that begins with %PDF-1.7 is a PDF.'],
  ['an ODT', 'odt', `PK\x03\x04${'\0'.repeat(26)}mimetypeapplication/vnd.oasis.opendocument.textPK`],
  ['a page', 'html', '\xef\xbb\xbf<!-- saved -->\n<!DOCTYPE html><p>Hello'],
  ['a page without a type', 'html', '\r\n<HTML lang="en"><body>Hello'],
  ['a letter with a tag in it', 'text', 'The page began with <html>.'],
  ['Markdown with a tag at its start', 'text', '<p align="center">Hello</p>'],
  ['noise', 'unknown', '\x01\x02\x03\x04\x05\x06\x0e\x0f'],
]

test.each(samples)('%s is known as %s', (_name, is, content) => {
  expect(sniff(bytes(content))).toBe(is)
})

describe('a file is taken when name and bytes agree', () => {
  test.each([
    ['letter.pdf', '%PDF-1.7\n', { kind: 'pdf' }],
    ['Letter.DOCX', 'PK\x03\x04', { kind: 'docx' }],
    ['letter.txt', 'Dear chair', { kind: 'text' }],
    ['letter.md', '# Dear chair', { kind: 'markdown' }],
    ['letter.odt', 'PK\x03\x04', { kind: 'odt' }],
    ['letter.rtf', '{\\rtf1 a}', { kind: 'rtf' }],
    ['letter.htm', '<p>Hello', { kind: 'html' }],
    ['letter', '<!doctype html>', { kind: 'html' }],
    ['letter.txt', '<!doctype html>', { refused: 'not-what-it-says', is: 'html' }],
    ['letter.doc', '{\\rtf1 a}', { refused: 'kind-not-taken', is: 'rtf' }],
    ['letter', '%PDF-1.7\n', { kind: 'pdf' }],
    ['letter.pdf', 'PK\x03\x04', { refused: 'not-what-it-says', is: 'zip' }],
    ['letter.pdf', '\x89PNG\r\n\x1a\n', { refused: 'not-what-it-says', is: 'picture' }],
    ['letter.txt', '%PDF-1.7\n', { refused: 'not-what-it-says', is: 'pdf' }],
    ['letter.docx', 'plain words', { refused: 'not-what-it-says', is: 'text' }],
    ['letter.pdf.exe', 'MZ\x90\0\x03\0\0\0', { refused: 'kind-not-taken', is: 'program' }],
    ['photo.png', '\x89PNG\r\n\x1a\n', { refused: 'kind-not-taken', is: 'picture' }],
    ['photo', '\x89PNG\r\n\x1a\n', { refused: 'kind-not-taken', is: 'picture' }],
  ])('%s beginning with %j', (name, content, judgement) => {
    expect(judgeFile(name, bytes(content))).toEqual(judgement)
  })
})

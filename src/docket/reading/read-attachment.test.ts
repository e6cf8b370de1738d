import { expect, test } from 'vitest'
import { pictureReader } from './read-attachment.ts'

test('a text that was read from pictures says by which program, and in which languages it reads', () => {
  const by = (name: string, version: string) => pictureReader({ extractor: { name, version } })
  expect(by('tesseract', '5.3.0 (eng+fra)')).toBe('tesseract 5.3.0 (eng+fra)')
  expect(by('pdftotext, tesseract', '22.02, 5.3.0 (eng)')).toBe('tesseract 5.3.0 (eng)')
  expect(by('unpdf', '1.0')).toBeUndefined()
  expect(pictureReader({ extractor: undefined })).toBeUndefined()
})

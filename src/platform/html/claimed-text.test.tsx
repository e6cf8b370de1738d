import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { ClaimedText, paragraphsOf } from './index.ts'

test('blank lines part paragraphs, however they were typed, and no word is lost', () => {
  expect(paragraphsOf('One\r\nstill one\r\n\r\n \nTwo\n\n\n\nThree\n')).toEqual([
    { id: 'p1', text: 'One\r\nstill one' },
    { id: 'p2', text: 'Two' },
    { id: 'p3', text: 'Three' },
  ])
  expect(paragraphsOf(' \n\n ')).toEqual([])
  expect(paragraphsOf('    indented\n\nnext')[0]?.text).toBe('    indented')
})

test('a text made to be slow is parted like any other', () => {
  expect(paragraphsOf(`a${' '.repeat(300_000)}b`).length).toBe(1)
  expect(paragraphsOf(`a${'\n \t'.repeat(300_000)}b`).length).toBe(2)
})

test('what people wrote is text, in its own language and direction, with an address for each paragraph', () => {
  const html = renderToString(
    <ClaimedText
      paragraphs={paragraphsOf('<script>\n\n"b"', 'a1-')}
      lang="ar"
      cite={({ id }, number) => ({ href: `/c/1?cite=${id}`, text: `Comment 1, paragraph ${number}` })}
    />,
  )
  expect(html).toContain(
    '<div class="parley-claimed__paragraph" id="a1-1"><p class="parley-claimed__text" lang="ar" dir="auto">&lt;script>',
  )
  expect(html).toContain('<a href="#a1-2" aria-label="Link to paragraph 2">¶ 2</a>')
  expect(html).toContain('href="/c/1?cite=a1-2" data-island="copy" data-copy="Comment 1, paragraph 2"')
})

import { describe, expect, test, vi } from 'vitest'
import { fileOf } from '../testing.ts'
import { extractText } from './extract-text.ts'
import { extractHtml } from './html.ts'

vi.setConfig({ testTimeout: 60_000 })

const latin = (text: string) => Buffer.from(text, 'latin1')

function read(source: string | Buffer) {
  const raw = extractHtml(Buffer.from(source))
  if ('refused' in raw) throw new Error(raw.refused)
  return { text: raw.pages.join('').trim(), warnings: raw.warnings }
}

describe('a page', () => {
  test('keeps headings, paragraphs, lists, tables and line breaks in reading order', () => {
    const page = `<!doctype html><html><head><title>Saved</title></head><body><h1>Our view</h1>
      <p>One  <b>two</b>&nbsp;three<br>four &amp; five.<ul><li>first<li>second</ul>
      <table><tr><td>left<td>right</table><pre>a
  b</pre>tail</body></html>`
    expect(read(page)).toEqual({
      text: 'Our view\n\nOne two\u00a0three\nfour & five.\n\nfirst\n\nsecond\n\nleft\n\nright\n\na\n  b\n\ntail',
      warnings: [],
    })
  })

  test('has no text in scripts, styles, remarks and forms', () => {
    const page =
      '<script>alert("no")</script><style>p::after{content:"no"}</style><!-- no --><noscript>no</noscript><select><option>no</select><svg><text>no</text></svg><p>Words.</p>'
    expect(read(page)).toEqual({ text: 'Words.', warnings: [] })
  })

  test.each([
    ['an attribute', '<p hidden>secret</p>'],
    ['a style of its own', '<p style="color: red; DISPLAY : none">secret</p>'],
    ['visibility', '<p style="visibility:hidden">secret</p>'],
    ['letters of no size', '<span style="font-size:0px">secret</span>'],
    [
      'a rule for its class',
      '<style>/* { */ .b, p.gone { display:none !important }</style><p class="x gone">secret</p>',
    ],
    ['a rule for its id', '<style>#x{display:none}</style><div id="x"><p>secret</div>'],
    ['the word processor', '<span style="mso-hide:all">secret</span>'],
  ])('that hides text by %s says so, and does not give it', (_way, hidden) => {
    expect(read(`${hidden}<p>Words.</p>`)).toEqual({
      text: 'Words.',
      warnings: [{ kind: 'hidden-text-left-out' }],
    })
  })

  test('keeps what is hidden on paper only, or faint', () => {
    const page =
      '<style>@media print { .p { display:none } }</style><p class="p" style="opacity:0.5;font-size:0.8em">shown</p>'
    expect(read(page)).toEqual({ text: 'shown', warnings: [] })
  })

  test('counts its pictures', () => {
    expect(read('<p>Words <img src=a alt=b><img src=c></p>').warnings).toEqual([
      { kind: 'pictures-left-out', count: 2 },
    ])
  })

  test.each([
    ['what it declares', latin('<meta charset="windows-1251"><p>\xcf\xf0\xe8\xe2\xe5\xf2</p>'), 'Привет'],
    [
      'the older way to declare it',
      latin('<meta http-equiv="Content-Type" content="text/html; charset=shift_jis"><p>\x93\xfa\x96\x7b</p>'),
      '日本',
    ],
    ['its mark', Buffer.from('\ufeff<p>Für</p>', 'utf16le'), 'Für'],
    ['what its bytes are, where the page is wrong', Buffer.from('<meta charset=utf-16><p>Für</p>'), 'Für'],
    ['UTF-8 where nothing is said', Buffer.from('<p>Für</p>'), 'Für'],
  ])('is read in %s', (_way, bytes, text) => {
    expect(read(bytes)).toEqual({ text, warnings: [] })
  })

  test('in an old encoding that it does not declare, or not rightly, says which was assumed', () => {
    for (const head of ['', '<meta charset=utf-8>', '<meta charset=klingon>']) {
      expect(read(latin(`${head}<p>F\xfcr \x93uns\x94</p>`))).toEqual({
        text: 'Für “uns”',
        warnings: [{ kind: 'encoding-assumed', encoding: 'windows-1252' }],
      })
    }
  })

  test('nested 100,000 deep is refused', async () => {
    const deep = await fileOf('c.html', '<div>'.repeat(100_000))
    expect(await extractText(deep)).toEqual({ refused: 'built-to-overload' })
  })

  test('of a few megabytes of tags and braces that never end is read in no time', async () => {
    for (const unit of ['<style>a{', '<!--', '<p style="', '{', '<a b=', '&amp', '</x>', '<meta '])
      expect(
        await extractText(await fileOf('c.html', `<p>x</p>${unit.repeat(400_000)}`), {
          limits: { milliseconds: 10_000 },
        }),
      ).not.toEqual({ refused: 'took-too-long' })
  })
})

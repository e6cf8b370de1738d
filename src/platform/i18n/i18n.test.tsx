import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import {
  catalogue,
  chooseLocale,
  directionOf,
  instantIn,
  inZone,
  isZone,
  LocaleProvider,
  localeFor,
  useWords,
  wallClockIn,
} from './index.ts'

const words = catalogue({
  en: {
    comments: '{count, plural, =0 {No comments} one {# comment} other {# comments}}',
    help: 'Read the <link>charter of {name}</link> first.',
  },
  fr: {
    comments: '{count, plural, one {# contribution} other {# contributions}}',
    help: 'Voir : <link>« charte de {name} » ?</link>',
  },
})

function Help() {
  const t = useWords(words)
  return (
    <p title={t('comments', { count: 1204 })}>
      {t.rich('help', { name: <b>A & B</b>, link: (c) => <a href="/c">{c}</a> })}
    </p>
  )
}

describe('words', () => {
  test('count, and carry links and names that strangers chose', () => {
    const html = renderToString(
      <LocaleProvider locale="en">
        <Help />
      </LocaleProvider>,
    )
    expect(html).toBe(
      '<p title="1,204 comments">Read the <a href="/c">charter of <b>A &amp; B</b></a> first.</p>',
    )
  })

  test('are there for mail too, where no page is', () => {
    expect(words.in('en')('comments', { count: 0 })).toBe('No comments')
  })

  test('say which value they miss', () => {
    expect(() => words.in('en')('comments')).toThrow(/count/)
  })
})

describe('a deadline', () => {
  test('is shown in the zone it was announced in', () => {
    expect(inZone(new Date('2026-03-27T21:00Z'), 'America/New_York', 'en')).toBe(
      'Friday 27 March 2026, 17:00 (America/New_York)',
    )
  })

  test('is read off the clocks of its zone, and back', () => {
    const at = new Date('2026-03-27T21:00Z')
    expect(instantIn('America/New_York', '2026-03-27T17:00')).toEqual(at)
    expect(wallClockIn('America/New_York', at)).toBe('2026-03-27T17:00')
  })

  test('cannot stand in the hour the clocks skip, nor in the one they show twice', () => {
    expect(instantIn('America/New_York', '2026-03-08T02:30')).toBe('skipped-by-the-clocks')
    expect(instantIn('America/New_York', '2026-11-01T01:30')).toBe('shown-twice')
    expect(instantIn('America/New_York', '2026-03-08T03:00')).toEqual(new Date('2026-03-08T07:00Z'))
  })

  test.each(['2026-02-30T12:00', '2026-13-01T12:00', 'tomorrow', '2026-03-27', '', '2026-03-27T24:30'])(
    'is not %j',
    (text) => expect(instantIn('Europe/Berlin', text)).toBe('not-a-time'),
  )

  test('needs a zone that has clocks', () => {
    expect(['Europe/Berlin', 'UTC', 'Asia/Kathmandu'].every(isZone)).toBe(true)
    expect(['Mars/Olympus', '+02:00', '', 'Berlin', '../etc'].some(isZone)).toBe(false)
    expect(instantIn('Mars/Olympus', '2026-03-27T17:00')).toBe('not-a-zone')
  })
})

test('text runs in the direction of its script', () => {
  expect(['ar', 'he', 'ur', 'az-Arab', 'de', 'zh-Hans', 'x-klingon!'].map(directionOf)).toEqual([
    'rtl',
    'rtl',
    'rtl',
    'rtl',
    'ltr',
    'ltr',
    'auto',
  ])
})

describe('the language of a page', () => {
  test('is the one asked for, else the one kept, else what the browser likes best of ours', () => {
    expect(chooseLocale({ asked: 'fr', kept: 'en', accepted: 'en' })).toBe('fr')
    expect(chooseLocale({ asked: 'tlh', kept: 'fr', accepted: 'en' })).toBe('fr')
    expect(chooseLocale({ accepted: 'de-DE,de;q=0.9,en;q=0.2,fr-CA;q=0.8' })).toBe('fr')
    expect(chooseLocale({ accepted: 'fr;q=0,de' })).toBe('en')
    expect(chooseLocale({ asked: ['fr'] })).toBe('en')
  })

  test('of a letter is the language that its reader wrote in, where it is ours', () => {
    expect(['fr', 'fr-BE', 'en', 'ar', '', 'ar-XB'].map(localeFor)).toEqual([
      'fr',
      'fr',
      'en',
      'en',
      'en',
      'en',
    ])
  })
})

test('French counts nothing as one, and sets a space into its thousands', () => {
  const french = words.in('fr')
  expect(french('comments', { count: 0 })).toBe('0 contribution')
  expect(french('comments', { count: 1_204_000 })).toBe('1\u202f204\u202f000 contributions')
})

test('a line of French never begins with a sign of punctuation', () => {
  const said = words.in('fr').rich('help', { name: 'A', link: (children) => children })
  expect(renderToString(<p>{said}</p>)).toBe('<p>Voir\u00a0: «\u00a0charte de A\u00a0»\u202f?</p>')
})

test('the mirror turns the words of a message and leaves what stands in it', () => {
  const mirror = words.in('ar-XB')
  expect(mirror('comments', { count: 2 })).toBe('2 \u202ecomments\u202c')
  expect(renderToString(<p>{mirror.rich('help', { name: 'A', link: (c) => <i>{c}</i> })}</p>)).toBe(
    '<p>\u202eRead the\u202c <i>\u202echarter of\u202c \u2068A\u2069</i> \u202efirst.\u202c</p>',
  )
})

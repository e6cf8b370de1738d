import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { LocaleProvider } from '../i18n/index.ts'
import { type Chrome, ChromeProvider, Deadline, Document } from './index.ts'
import { Languages } from './page-header.tsx'

const chrome: Chrome = {
  locale: 'en',
  installation: 'Forum <of> All',
  path: '/requests/1?a=b&c=d',
  checkpoint: { size: 1204, root: 'ab12cd34ef56ab12cd34', at: new Date('2026-03-27T21:00Z'), witnessed: 0 },
  assets: {
    stylesheet: '/assets/parley-1.css',
    islands: { 'local-time': '/assets/lt-1.js', copy: '/assets/c-1.js' },
  },
}

const page = (content: VNode, around: Partial<Chrome> = {}) =>
  renderToString(
    <ChromeProvider value={{ ...chrome, ...around }}>
      <LocaleProvider locale="en">{content}</LocaleProvider>
    </ChromeProvider>,
  )

test('a page carries the scripts of the islands on it, and no other', () => {
  const at = new Date('2026-03-27T21:00Z')
  expect(page(<Document title="A" />)).not.toContain('<script')
  const html = page(
    <Document title="A">
      <Deadline at={at} zone="America/New_York" />
    </Document>,
  )
  expect(html.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/assets/lt-1.js">'])
  expect(html).toContain('>Friday 27 March 2026, 17:00 (America/New_York)</time>')
})

test('nothing on a page needs more than the strictest content security policy', () => {
  const html = page(
    <Document title="A" process={{ name: 'P', href: '/p', outcome: 'Voluntary' }} contents={[]} />,
  )
  expect(html).not.toMatch(/ style=| on\w+=|<style|javascript:/)
})

test('what people named things is text on the page, never markup', () => {
  expect(page(<Document title="</title><b>" />)).toContain(
    '<title>&lt;/title>&lt;b> – Forum &lt;of> All</title>',
  )
})

test('a page whose form came back says so in its title', () => {
  expect(page(<Document title="Comment" problems />)).toContain('<title>Error: Comment')
})

test('every footer tells the latest checkpoint and what no witness has proven', () => {
  const html = page(<Document title="A" />)
  expect(html).toContain('1,204 entries, root ab12cd34ef56…, Friday 27 March 2026, 21:00 (UTC)')
  expect(html).toContain('it is not proven that everyone is shown the same record')
  expect(
    page(<Document title="A" />, { checkpoint: { size: 1, root: 'ab', at: new Date(0), witnessed: 2 } }),
  ).toContain('Co-signed by 2 witnesses.')
})

test('a footer claims nothing of a record that cannot be read at this moment', () => {
  const footer = (checkpoint: Chrome['checkpoint']) => page(<Document title="A" />, { checkpoint })
  expect(footer(undefined)).toContain('The public record is still empty')
  expect(footer('unknown')).not.toMatch(/public record/)
})

test('whoever signs in comes back to the page they were on', () => {
  expect(page(<Document title="A" />)).toContain('href="/sign-in?to=%2Frequests%2F1%3Fa%3Db%26c%3Dd"')
  const signedIn = page(<Document title="A" />, { viewer: { name: 'Ada', administrator: true } })
  expect(signedIn).toContain('<a href="/me"><bdi>Ada</bdi></a>')
  expect(signedIn).toContain('href="/administration"')
})

test.each([
  ['/sign-in', '/sign-in'],
  ['/sign-in?to=%2Flog', '/sign-in?to=%2Flog'],
  ['/sign-in/a-secret', '/sign-in'],
])('the way to sign in does not grow on its own pages: %s', (path, address) => {
  expect(page(<Document title="A" />, { path })).toContain(`<a href="${address}">Sign in</a>`)
})

test('the stage bar marks where the process is', () => {
  const stages = {
    stages: ['Comments', 'Analysis', 'Report'],
    now: 1,
    left: '12 days left',
    next: 'the report',
  }
  const html = page(<Document title="A" process={{ name: 'P', href: '/p', outcome: 'Voluntary', stages }} />)
  expect(html).toMatch(/aria-current="step"><span[^>]*><bdi>Analysis</)
  expect(html).toContain('12 days left')
  expect(html).toContain('What happens next: the report')
})

test('another language is offered only where there is one, and shows the same page', () => {
  const english = { code: 'en', name: 'English' }
  expect(page(<Languages path="/" offered={[english]} />)).toBe('')
  expect(page(<Languages path="/a?b=c" offered={[english, { code: 'de', name: 'Deutsch' }]} />)).toBe(
    '<li><a href="/a?b=c&amp;lang=de" hreflang="de" lang="de">Deutsch</a></li>',
  )
})

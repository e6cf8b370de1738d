import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { fillParts, offerPart, type PagePart, refKey } from './index.ts'

const comments = ['1', '2', '3'].map((id) => ({ kind: 'comment', id }))

function counting(render: PagePart<string, number>['render']) {
  const asked: string[][] = []
  const part = offerPart<string, number>({
    place: 'beside-comment',
    async load(refs, viewer) {
      asked.push([viewer, ...refs.map(refKey)])
      return new Map([['comment:1', 7]])
    },
    render,
  })
  return { part, asked }
}

const draw = (fill: (ref: (typeof comments)[number]) => unknown[]) =>
  comments.map((ref) => renderToString(<li>{fill(ref) as never}</li>)).join('')

test('a part is loaded once for all that is on the page, for the one who looks', async () => {
  const { part, asked } = counting((n) => <b>{n}</b>)
  const elsewhere = counting(() => <b>no</b>)
  const offered = [part, { ...elsewhere.part, place: 'docket-counts' as const }]
  expect(draw(await fillParts(offered, 'beside-comment', comments, 'Ada'))).toBe(
    '<li><b>7</b></li><li></li><li></li>',
  )
  expect(asked).toEqual([['Ada', 'comment:1', 'comment:2', 'comment:3']])
  expect(elsewhere.asked).toEqual([])
})

test('a page can tell whether any part has something to say', async () => {
  const { part } = counting((n) => <b>{n}</b>)
  const fill = await fillParts([part], 'beside-comment', comments, 'Ada')
  expect(comments.map((ref) => fill(ref).length)).toEqual([1, 0, 0])
})

test('a part that cannot load, or breaks while it is drawn, is left out and reported; the page stands', async () => {
  const Broken = (): never => {
    throw new Error('in the component')
  }
  const { part } = counting((n) => <b>{n}</b>)
  const cannotLoad = { ...part, fill: () => Promise.reject(new Error('while loading')) }
  const throws = counting(() => {
    throw new Error('in render')
  }).part
  const breaks = counting(() => <Broken />).part
  const reported: string[] = []
  const fill = await fillParts(
    [cannotLoad, throws, breaks, part],
    'beside-comment',
    comments,
    'Ada',
    (error) => reported.push(String(error)),
  )
  expect(draw(fill)).toBe('<li><b>7</b></li><li></li><li></li>')
  expect(reported).toEqual(['Error: while loading', 'Error: in render', 'Error: in the component'])
})

import { expect, test } from 'vitest'
import { newId } from '../../platform/id.ts'
import { type Proposal, topicsOf } from './model.ts'

test('proposals that were put together are one topic, and each is still there', () => {
  const at = new Date(0)
  const proposal = (title: string): Proposal => ({
    answer: newId<'answer'>(1),
    paragraph: 1,
    comment: 'X-1',
    commentId: newId<'comment'>(1),
    request: newId<'request'>(1),
    sentAt: at,
    group: 'users',
    level: 'none',
    language: 'en',
    title,
    why: '',
  })
  const [routers, parts, again] = [proposal('Routers'), proposal('Spare parts'), proposal('Old routers')]
  const id = newId<'proposal-group'>(1)
  const grouped = [routers, again].map((one) => ({ ...one, id, title: 'Routers without a maker' }))
  const topics = topicsOf([routers, parts, again], grouped, [])
  expect(topics.map(({ group, proposals }) => [group?.title, proposals.map((one) => one.title)])).toEqual([
    ['Routers without a maker', ['Routers', 'Old routers']],
    [undefined, ['Spare parts']],
  ])
})

import { expect, test } from 'vitest'
import { plantCampaigns } from '../../../../bench/kit/planted-campaigns.ts'
import { CampaignIndex, USUAL_THRESHOLD } from '../engine/campaign-index.ts'
import { groupTexts } from '../engine/group-texts.ts'
import { readInOrder } from './read-in-order.ts'

const planted = plantCampaigns(5000).texts
const long = Array.from({ length: 50_000 }, (_, at) => `word${at}`).join(' ')
const texts = [...planted, '', 'See attached.', long, `${long} end`, '\ud800 '.repeat(30)]

async function grouped(threads: 1 | 2) {
  const index = new CampaignIndex()
  const batches = Array.from({ length: Math.ceil(texts.length / 97) }, (_, at) =>
    texts.slice(97 * at, 97 * at + 97),
  )
  for await (const batch of readInOrder(batches, USUAL_THRESHOLD, threads))
    for (const read of batch) index.place(read)
  return groupTexts(index, texts.length)
}

test('campaigns are the same, whether one thread reads or two', async () => {
  const alone = new CampaignIndex()
  for (const text of texts) alone.add(text)
  const expected = groupTexts(alone, texts.length)
  expect(await grouped(1)).toEqual(expected)
  expect(await grouped(2)).toEqual(expected)
})

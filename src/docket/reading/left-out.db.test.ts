import { afterAll, expect, test } from 'vitest'
import { answerTo } from '../posting/testing.ts'
import { numbersOn, openDocket } from './testing.ts'

const { newRequest, post, page, close } = await openDocket()
afterAll(close)

test('a search for what is not said leaves a comment out wherever in a long text it says so', async () => {
  const request = await newRequest()
  const long = 'Updates matter to those who keep what they buy. '.repeat(1300)
  const saying = (text: string) => ({ answers: [answerTo(request, 1, text)] })
  const [first] = await post(
    request,
    saying(long),
    saying(`Bicycle. ${long}`),
    saying(`${long} A scooter, too.`),
  )
  const words = encodeURIComponent('-bicycle -scooter')
  expect(numbersOn(await page(`/requests/${request.docket}/comments?words=${words}`))).toEqual([first])
})

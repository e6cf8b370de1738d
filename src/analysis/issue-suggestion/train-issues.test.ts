import { describe, expect, test } from 'vitest'
import { leastSureFirst, trainIssues } from './train-issues.ts'

const coded = (text: string, ...issues: string[]) => ({ text, language: 'en', issues })
const examples = [
  coded('Security updates for ten years', 'updates'),
  coded('Updates must be free and installed at night', 'updates'),
  coded('Automatic updates break my device', 'updates'),
  coded('A label on the box that says the support period', 'labels'),
  coded('Consumers read a simple label, with stars', 'labels'),
  coded('The label should say until when updates come', 'labels', 'updates'),
  coded('My neighbour has a cat'),
  coded('Thank you for the hearing in Lyon', 'lonely'),
]

describe('issues', () => {
  const model = trainIssues(examples)

  test('are suggested from what people coded so far, each apart', () => {
    expect(model.issues).toEqual(['labels', 'updates'])
    expect(model.issuesOf('A label with stars on every box', 'en')[0]?.issue).toBe('labels')
    const [first, second] = model.issuesOf('Updates at night', 'en')
    expect(first?.issue).toBe('updates')
    expect(first?.probability).toBeGreaterThan(second?.probability ?? 1)
  })

  test('with too few texts for or against them are not guessed', () => {
    expect(model.issues).not.toContain('lonely')
    expect(trainIssues([coded('a b c', 'x'), coded('d e f', 'x')]).issues).toEqual([])
    expect(trainIssues([]).issuesOf('anything', 'en')).toEqual([])
  })

  test('are asked about where the program is least sure', () => {
    const [sure, unsure] = [
      coded('Security updates, free updates, automatic updates'),
      coded('A label about updates on a box'),
    ]
    expect(leastSureFirst(model, [sure, unsure])).toEqual([unsure, sure])
  })

  test('of one text of fifty megabytes are told by its beginning', () => {
    expect(model.issuesOf('free updates '.repeat(4_000_000), 'en')[0]?.issue).toBe('updates')
  })
})

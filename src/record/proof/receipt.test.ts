import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkReceipt, readKey } from '../../../verify.mjs'
import { newId } from '../../platform/id.ts'
import { signCheckpoint } from './checkpoint.ts'
import { commit } from './commitments.ts'
import { bodyOf, entryOf } from './leaf.ts'
import { leafHash, nodeHash } from './merkle.ts'
import { newPrivateKey, signingKey } from './note.ts'
import { fitParts, labelOf, type Part, partOf, partOfFile, partsOfText } from './parts.ts'
import { signPromise, signPromises } from './promise.ts'
import { renderReceipt } from './receipt.ts'

const key = signingKey('parley.example/log', newPrivateKey())
const trusted = { key: readKey(key.verifier) }
const received = new Date('2026-03-01T12:00:00.123Z')
const logged = new Date('2026-03-01T12:00:00.300Z')

function receiptOf(parts: readonly Part[], inLog = true, signer = key): string {
  const { commitments, openings } = commit(parts)
  const id = newId<'leaf'>(received.getTime())
  const facts = { kind: 'comment-received', number: 'DEMO-2026-0001-0007', received }
  const body = bodyOf({ ...facts, id, process: undefined, about: undefined, parts: [], commitments })
  const [left, own] = [leafHash('another leaf'), leafHash(entryOf(body, logged))]
  const checkpoint = signCheckpoint({ size: 2, root: nodeHash(left, own) }, signer)
  return renderReceipt({
    leaf: facts,
    body,
    quoted: parts.map(({ text }, i) => ({
      number: i + 1,
      label: openings[i]?.label ?? '',
      text,
      salt: openings[i]?.salt ?? Buffer.alloc(0),
    })),
    zone: 'America/New_York',
    log: key.name,
    verifier: key.verifier,
    promise: signPromise({ ...facts, body }, signer),
    blocks: [],
    logged: inLog ? { at: logged, proof: { index: 1, hashes: [left], checkpoint } } : undefined,
  })
}

const pdf = Buffer.from('%PDF-1.7 …')
const sample = receiptOf([
  partOf('name', 'Ada Lovelace'),
  ...partsOfText('answer to question 2', 'Publish the support period.\nOn the box.\n\nAnd say when it ends.'),
  partOfFile('file 1', {
    name: 'our view.pdf',
    bytes: pdf.length,
    sha256: createHash('sha256').update(pdf).digest('hex'),
  }),
])
const problemsOf = (text: string, options = {}) =>
  checkReceipt(text, { ...trusted, ...options }).report.problems

describe('a receipt', () => {
  test('holds as it was given, before and after its leaf is in the log', () => {
    expect(problemsOf(sample)).toEqual([])
    expect(problemsOf(receiptOf([partOf('name', 'Ada')], false))).toEqual([])
  })

  test('reads like this', () => {
    const lines = sample.slice(0, sample.indexOf('PROOF')).split('\n')
    expect(lines).toContain('Received  2026-03-01T12:00:00.123Z')
    expect(lines).toContain('In zone   2026-03-01 07:00 America/New_York')
    expect(lines).toContain('State     in the log, at place 1')
    expect(lines).toContain('[2] answer to question 2, paragraph 1')
    expect(lines).toContain('| Publish the support period.')
    expect(lines.every((line) => line.startsWith('| ') || line.length <= 72)).toBe(true)
  })

  test('holds whatever was written', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(fc.constantFrom('a', ' ', '\n', '\r\n', '\t', '\u2028', '| ', '--- end', '[1] x', '漢', '—'))
        .map((some) => some.join('')),
    )
    const wellFormed = text.map((some) => some.toWellFormed())
    fc.assert(
      fc.property(wellFormed, (words) => {
        expect(problemsOf(receiptOf([partOf('name', 'A'), ...partsOfText('answer', words)]))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('survives mail: other line ends, white space at the end of lines, words before and after', () => {
    const mailed = `Dear Ada,\r\n\r\n${sample.replaceAll('\n', '  \r\n')}\r\nYours\r\n`
    expect(problemsOf(mailed)).toEqual([])
  })

  test('names the part whose words were changed, and only that', () => {
    const problems = problemsOf(sample.replace('say when it ends', 'say when it starts'))
    expect(problems).toEqual([
      expect.stringMatching(/^Part \[3\] \(answer to question 2, paragraph 2\) is not what was received/),
    ])
  })

  test('names a line of its head that was changed', () => {
    expect(problemsOf(sample.replace('-0007\n', '-0008\n'))[0]).toContain('«Number»')
    expect(problemsOf(sample.replace('07:00 America', '08:00 America'))[0]).toContain('«In zone»')
    expect(problemsOf(sample.replace('place 1', 'place 2'))[0]).toContain('«State»')
  })

  test('names a part that was left out, unless that was meant', () => {
    const without = sample
      .replace(/\[1\] name\n\| Ada Lovelace\n\n/, '')
      .replace(/openings\n1 .*\n/, 'openings\n')
    expect(problemsOf(without)).toEqual(['Left out of this copy: part 1 of 4.'])
    expect(problemsOf(without, { partial: true })).toEqual([])
  })

  test('tells the attached file from another', () => {
    expect(problemsOf(sample, { files: [{ name: 'a.pdf', bytes: pdf }] })).toEqual([])
    expect(problemsOf(sample, { files: [{ name: 'b.pdf', bytes: Buffer.from('other') }] })).toHaveLength(1)
  })

  test('is not taken from another key under the same name', () => {
    const forged = receiptOf([partOf('name', 'Ada')], true, signingKey(key.name, newPrivateKey()))
    expect(problemsOf(forged)).toContain('parley.example/log did not sign the promise.')
  })

  test('does not hold with any one line changed, taken out or doubled', () => {
    const lines = sample.slice(0, sample.indexOf('--- end')).trimEnd().split('\n')
    const copies = lines.flatMap((line, i) => (line ? tampered(lines, line, i) : []))
    expect(copies.length).toBeGreaterThan(150)
    expect(copies.filter((copy) => holds(`${copy.join('\n')}\n--- end\n`))).toEqual([])
  })
})

/** Copies with one line changed, taken out, or doubled; a signature that stands twice is still the one signature. */
function tampered(lines: string[], line: string, i: number): string[][] {
  const middle = Math.floor(line.length / 2)
  const changed = [...line].with(middle, line[middle] === 'x' ? 'y' : 'x').join('')
  const doubled = line.startsWith('— ') ? [] : [lines.toSpliced(i, 0, line)]
  return [lines.with(i, changed), lines.toSpliced(i, 1), ...doubled]
}

function holds(text: string): boolean {
  try {
    return problemsOf(text).length === 0
  } catch {
    return false
  }
}

describe('promises made at the same moment', () => {
  const [alone, body] = [receiptOf([partOf('name', 'Ada')], false), 'parley/leaf/v1\n']
  const block = (text: string, name: string) => text.split(`--- ${name}\n`)[1]?.split('---')[0] ?? ''
  const own = { number: 'DEMO-2026-0001-0007', received, body: block(alone, 'leaf') }
  const promisedAmong = (count: number) => {
    const others = Array.from({ length: count - 1 }, (_, i) => ({ number: `OTHER-${i}`, received, body }))
    return Array.from({ length: count }, (_, at) => signPromises(others.toSpliced(at, 0, own), key)[at] ?? '')
  }

  test('each hold by themselves, at every place among up to nine', () => {
    const counts = Array.from({ length: 9 }, (_, i) => i + 1)
    const receipts = counts
      .flatMap(promisedAmong)
      .map((promise) => alone.replace(block(alone, 'promise'), promise))
    expect(receipts).toHaveLength(45)
    expect(receipts.flatMap((receipt) => problemsOf(receipt))).toEqual([])
  })

  test('are not taken one for the other, nor for the log', () => {
    const [promise = ''] = promisedAmong(5)
    const [, other = ''] = signPromises([own, { ...own, number: 'OTHER-1' }], key)
    const swapped = alone.replace(block(alone, 'promise'), other)
    expect(problemsOf(swapped)).toEqual([expect.stringContaining('for another leaf')])
    const asProof = promise.slice(promise.indexOf('\n\n') + 2)
    const placed = sample.replace(block(sample, 'proof'), asProof)
    expect(problemsOf(placed)).toContain('parley.example/log did not sign the checkpoint in this receipt.')
  })
})

describe('parts', () => {
  test('are paragraphs, with nothing lost but white space at the ends of lines', () => {
    const parts = partsOfText('answer', 'One  \nstill one\r\n\r\n\r\nTwo')
    expect(parts.map((part) => [labelOf(part), part.text])).toEqual([
      ['answer, paragraph 1', 'One\nstill one'],
      ['answer, paragraph 2', 'Two'],
    ])
  })

  test('are bound into runs where a leaf could not hold them, and the leaf stays under 64 KiB', () => {
    const long = partsOfText('answer', Array.from({ length: 2500 }, (_, i) => `P${i}`).join('\n\n'))
    const parts = fitParts([partOf('name', 'Ada'), ...long])
    expect(parts).toHaveLength(626)
    expect(labelOf(parts[1] ?? partOf('', ''))).toBe('answer, paragraphs 1 to 4')
    expect(parts.at(-1)?.text).toBe('P2496\n\nP2497\n\nP2498\n\nP2499')
    const { commitments } = commit(fitParts(long.slice(0, 1000)))
    const facts = {
      kind: 'comment-received',
      number: 'A'.repeat(200),
      received,
      process: newId(0),
      about: newId<'leaf'>(0),
    }
    const body = bodyOf({ ...facts, id: newId<'leaf'>(0), parts: [1, 3, 5], commitments })
    expect(Buffer.byteLength(entryOf(body, logged))).toBeLessThan(65_536)
  })

  test('a line of white space without end takes no time', () => {
    const spaces = `${' '.repeat(1_000_000)}x`
    expect(partOf('answer', spaces).text).toHaveLength(1_000_001)
  })
})

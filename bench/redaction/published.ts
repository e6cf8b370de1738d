import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { House } from './house.ts'

/** Something that anyone can have, as it comes over the wire. */
export interface Public {
  address: string
  bytes: Buffer
}

async function have({ product }: House, path: string): Promise<Public[]> {
  const answer = await fetch(`${product.url}${path}`)
  const bytes = Buffer.from(await answer.arrayBuffer())
  if (answer.status >= 500) throw new Error(`${path} answers ${answer.status}`)
  return [{ address: path, bytes }]
}

/** A text of several pages is had to its end. */
async function haveText(house: House, path: string): Promise<Public[]> {
  const all: Public[] = []
  for (let page = 1; page < 20; page += 1) {
    const [one] = await have(house, `${path}?page=${page}`)
    if (!one) break
    all.push(one)
    if (!one.bytes.includes(`page=${page + 1}`)) break
  }
  return all
}

/** All that is public of one comment. */
export async function havePublic(house: House, number: string, files: number): Promise<Public[]> {
  const own = [`/comments/${number}`, `/api/comments/${number}`, `/comments/${number}/receipt.txt`]
  const all = await Promise.all(own.map((path) => have(house, path)))
  for (let file = 1; file <= files; file += 1) {
    const path = `/comments/${number}/attachments/${file}`
    all.push(await haveText(house, path))
  }
  return all.flat()
}

/** The file of an attachment, where it is offered. */
export async function haveFile(
  { product }: House,
  number: string,
  file: number,
): Promise<Buffer | undefined> {
  const answer = await fetch(`${product.url}/comments/${number}/attachments/${file}/file`)
  return answer.ok ? Buffer.from(await answer.arrayBuffer()) : undefined
}

/** All that is public of the docket as a whole: lists, feeds, tables, archive, logs. */
export async function haveDocket(house: House): Promise<Public[]> {
  const { docket, product } = house
  const at = `/requests/${docket}`
  const lists = ['comments?state=all', 'comments?sort=oldest', 'comments.atom', 'dataset']
  const tables = ['comments.jsonl', 'comments.csv', 'regulations-gov.csv', 'dataset.zip']
  const paths = [
    ...lists.map((path) => `${at}/${path}`),
    ...tables.map((path) => `${at}/dataset/${path}`),
    `/api${at}/comments?state=all`,
    '/log/export',
    '/log',
  ]
  const all: Public[] = []
  for (const path of paths) all.push(...(await have(house, path)))
  const archive = join(product.folder, 'dataset.zip')
  await writeFile(archive, all.find(({ address }) => address.endsWith('.zip'))?.bytes ?? '')
  const { stdout } = await promisify(execFile)('unzip', ['-p', archive], {
    encoding: 'buffer',
    maxBuffer: 1 << 28,
  }).catch(() => ({ stdout: Buffer.alloc(0) }))
  return [...all, { address: 'dataset.zip, unpacked', bytes: stdout }]
}

/** How many comments a stranger's search finds for words, told by the API that echoes nothing of them. */
export async function countFound({ product, docket }: House, words: string): Promise<number> {
  const answer = await fetch(
    `${product.url}/api/requests/${docket}/comments?words=${encodeURIComponent(`"${words}"`)}`,
  )
  const { matching } = (await answer.json()) as { matching: number }
  return matching
}

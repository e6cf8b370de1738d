import { createHmac } from 'node:crypto'
import { isIPv4, isIPv6 } from 'node:net'

/** What of an address names the network: three of four numbers, or three of eight groups (RFC 6177: a site has a /48). */
export function networkPart(address: string): string | undefined {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (isIPv4(plain)) return plain.split('.').slice(0, 3).join('.')
  if (!isIPv6(plain)) return undefined
  const [head = '', tail] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::')
  const [before, after] = [head ? head.split(':') : [], tail ? tail.split(':') : []]
  const between = tail === undefined ? 0 : 8 - before.length - after.length
  return [...before, ...Array.from({ length: between }, () => '0'), ...after].slice(0, 3).join(':')
}

/**
 * What stands for a network in one deliberation: half of a hash that nobody can repeat once the key is destroyed. The
 * address itself is never kept.
 */
export function networkOf(address: string, key: Buffer): Buffer | undefined {
  const part = networkPart(address)
  return part === undefined ? undefined : createHmac('sha256', key).update(part).digest().subarray(0, 8)
}

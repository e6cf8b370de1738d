import { createHmac, timingSafeEqual } from 'node:crypto'

/** The code that only who started the installation can know: from its key, so the same after each restart. */
export function firstStartCode(secret: Buffer): string {
  return createHmac('sha256', secret).update('first start').digest('base64url').slice(0, 20)
}

export function isSameCode(given: string, code: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(code)]
  return left.length === right.length && timingSafeEqual(left, right)
}

import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits that a link or a cookie can carry. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is kept of a secret; with 256 random bits no salt or slow hash is needed. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

import { hash, randomBytes } from 'node:crypto'

/** The secret part of a link that is mailed: 256 bits, in characters that every mail program leaves alone. */
export const newLinkSecret = () => randomBytes(32).toString('base64url')

/** What is stored and looked up; the secret is random and long, so one round of SHA-256 is enough. */
export const hashLinkSecret = (secret: string): Buffer => hash('sha256', secret, 'buffer')

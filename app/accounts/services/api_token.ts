import { hash, randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'

const PREFIX = 'agentops_'
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const SECRET_LENGTH = 34
const CHECKSUM_LENGTH = 6
const shape = new RegExp(`^${PREFIX}[0-9A-Za-z]{${SECRET_LENGTH + CHECKSUM_LENGTH}}$`)

function checksum(text: string) {
  let rest = crc32(text)
  let digits = ''
  for (let i = 0; i < CHECKSUM_LENGTH; i++) {
    digits = ALPHABET[rest % 62] + digits
    rest = Math.floor(rest / 62)
  }
  return digits
}

/**
 * A new token: `agentops_`, 34 random characters (202 bits) and a checksum of both, so that a mistyped
 * token is told from a revoked one and scanners of leaked secrets know ours without asking us.
 */
export function generateApiToken() {
  const secret = Array.from({ length: SECRET_LENGTH }, () => ALPHABET[randomInt(62)]).join('')
  return PREFIX + secret + checksum(PREFIX + secret)
}

export function isApiToken(text: string) {
  return shape.test(text) && text.endsWith(checksum(text.slice(0, -CHECKSUM_LENGTH)))
}

/**
 * What is stored and looked up. The secret is random and long, so one round of SHA-256 is as good as a slow
 * hash, and an index look-up of it tells a guesser nothing.
 */
export const hashApiToken = (token: string): Buffer => hash('sha256', token, 'buffer')

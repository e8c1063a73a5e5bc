import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { writeWholeFile } from '../whole_file.ts'

export interface Passwords {
  superuser: string
  owner: string
  app: string
}

/** Made once and kept in a file that its owner alone can read. */
export function loadPasswords(file: string): Passwords {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  const secret = () => randomBytes(24).toString('base64url')
  const passwords = { superuser: secret(), owner: secret(), app: secret() }
  writeWholeFile(file, JSON.stringify(passwords))
  return passwords
}

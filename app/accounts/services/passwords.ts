import { randomBytes } from 'node:crypto'
import hash from '@adonisjs/core/services/hash'
import User from '#accounts/models/user'

/** Compared with where there is nothing to compare with, so that both take the same time. */
const decoy = hash.make(randomBytes(16).toString('base64'))

/** Whether it is the person's password. Takes as long for a person who has none, or who is not there. */
export async function isPasswordOf(user: User | null, password: string) {
  const right = await hash.verify(user?.password ?? (await decoy), password)
  return right && user?.password != null
}

/** The person with that address and password; null for a wrong one of either, after the same time. */
export async function personWithPassword(email: string, password: string): Promise<User | null> {
  const user = await User.findBy('email', email)
  return (await isPasswordOf(user, password)) ? user : null
}

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv',
]
const common =
  /^(pass(word|wort)?|passphrase|secret|welcome|willkommen|letmein|iloveyou|admin(istrator)?|superman|football|baseball|princess|sunshine|dragon|monkey|master|login|changeme|default|test|agentops)+$/

const reversed = (text: string) => [...text].reverse().join('')
const walks = rows.flatMap((row) => [row + row, reversed(row + row)])

/** Plain words, with what people put around and inside them taken away. */
const core = (text: string) =>
  text
    .toLowerCase()
    .replace(/[@4]/g, 'a')
    .replace(/[0]/g, 'o')
    .replace(/[$5]/g, 's')
    .replace(/[1!|]/g, 'i')
    .replace(/3/g, 'e')
    .replace(/[^a-z]/g, '')

const withoutEdges = (text: string) => text.toLowerCase().replace(/^[\d\W_]+|[\d\W_]+$/g, '')

/**
 * Whether guessers try it among the first: a row of the keyboard, one thing over and over, a favourite with
 * decorations, or the person's own name or address.
 */
export function isGuessable(password: string, about: readonly string[]) {
  const lower = password.toLowerCase()
  const differing = new Set(lower).size
  if (differing < 5) return true
  if (walks.some((walk) => walk.includes(lower))) return true
  if (
    [core(password), withoutEdges(password), core(withoutEdges(password))].some((text) => common.test(text))
  )
    return true
  const own = about
    .flatMap((text) => text.toLowerCase().split(/[\s@.+_-]+/))
    .filter((word) => word.length > 3)
  const rest = own.reduce((left, word) => left.replaceAll(word, ''), lower)
  return rest.length < lower.length && rest.replace(/[\d\W_]/g, '').length < 4
}

export const guessable =
  'This password is among the first that would be tried. Take a longer one, such as four words that do not belong together.'

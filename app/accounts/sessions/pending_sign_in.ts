import type { HttpContext } from '@adonisjs/core/http'
import User from '#accounts/models/user'
import { MINUTE, type PasskeyChallenge, type PendingSignIn } from '#accounts/sessions/session_keys'

const PATIENCE = 10 * MINUTE
const CHALLENGE_LASTS = 5 * MINUTE

/** Who has shown the first factor in this session and owes the second; null when nobody has, or not lately. */
export async function pendingSignIn({ session }: Pick<HttpContext, 'session'>) {
  const pending: PendingSignIn | undefined = session.get('pending_sign_in')
  if (!pending || Date.now() - pending.at > PATIENCE) return null
  const user = await User.find(pending.userId)
  return user ? { user, ...pending } : null
}

/** A challenge counts once, soon, and for what it was asked for. */
export function takeChallenge(session: HttpContext['session'], purposes: PasskeyChallenge['for'][]) {
  const asked: PasskeyChallenge | undefined = session.pull('passkey_challenge')
  if (!asked || Date.now() - asked.at > CHALLENGE_LASTS || !purposes.includes(asked.for)) return null
  return asked.challenge
}

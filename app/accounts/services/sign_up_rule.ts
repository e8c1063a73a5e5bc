import User from '#accounts/models/user'
import { isLoopback } from '#shared/network/loopback'
import env from '#start/env'

/** The account that an installation on one machine makes for itself; it is nobody's. */
const demo = 'demo@agentops.test'

/**
 * Who may make an account. What one machine shows to others is for those whom its first person has invited,
 * unless SIGN_UP says otherwise.
 */
export async function signUpIsOpen(): Promise<boolean> {
  const exposed = env.get('EMBEDDED') === true && !isLoopback(env.get('HOST'))
  const rule = env.get('SIGN_UP') || (exposed ? 'invited' : 'open')
  if (rule === 'open') return true
  const first = await User.query().whereNot('email', demo).select('id').first()
  return first === null
}

/**
 * Whether a new person must open a mailed link before they are signed in. Only then can the answer to a taken
 * address be the same as to a free one; where no mails are sent nobody could ever come in that way.
 */
export const signUpWaitsForMail = () => Boolean(env.get('SMTP_URL'))

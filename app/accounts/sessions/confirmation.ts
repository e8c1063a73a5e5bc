import type { Session } from '@adonisjs/session'
import { CONFIRMED_FOR } from '#accounts/sessions/session_keys'

/** Whether whoever sits at this session has shown within the last minutes that they are who they were. */
export function isConfirmed(session: Session) {
  const at = session.get('confirmed_at')
  return typeof at === 'number' && at <= Date.now() && Date.now() - at < CONFIRMED_FOR
}

export function markConfirmed(session: Session) {
  session.put('confirmed_at', Date.now())
}

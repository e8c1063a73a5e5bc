/** What a session holds, under which name. */
export const USER_KEY = 'auth_web'

/** How somebody has shown who they are. */
export type SignInMethod = 'password' | 'passkey' | 'github' | 'gitlab' | 'sign_up' | 'mailed_link'

/** The password was right and a second factor is still to come. */
export interface PendingSignIn {
  userId: string
  method: SignInMethod
  remember: boolean
  /** Milliseconds since 1970, as all times in a session. */
  at: number
}

/** What the browser was asked to sign with a passkey. */
export interface PasskeyChallenge {
  challenge: string
  for: 'sign_in' | 'second_factor' | 'confirm' | 'register'
  at: number
}

/** Whatever happens, one signs in again after this. */
export const LONGEST_DAYS = 90

export const MINUTE = 60_000
/** How long "it is you" counts. */
export const CONFIRMED_FOR = 10 * MINUTE

/** A visit to another service to sign in there. */
export interface ProviderRound {
  provider: 'github' | 'gitlab'
  state: string
  verifier: string
  for: 'sign_in' | 'confirm' | 'link'
  at: number
}

/** An account elsewhere whose address has an account here: it is connected once that has been signed in to. */
export interface PendingLink {
  provider: 'github' | 'gitlab'
  id: string
  login: string
  email: string
  at: number
}

import type { HttpContext } from '@adonisjs/core/http'
import limiter from '@adonisjs/limiter/services/main'

/** As the validator reads it, so that no spelling of an address has a count of its own. */
const account = (email: unknown) =>
  String(email ?? '')
    .trim()
    .toLowerCase()
    .slice(0, 254)

const guessed = ({ request }: HttpContext) => account(request.input('email') ?? request.input('username'))

/** Pages and token endpoint count together, for those requests that hold a password. */
const guessingLimits = (guesses: (ctx: HttpContext) => boolean) => [
  limiter.define('sign_in', (ctx) => {
    if (!guesses(ctx)) return limiter.noLimit()
    return limiter
      .allowRequests(10)
      .every('5 minutes')
      .usingKey(`${ctx.request.ip()}:${guessed(ctx)}`)
  }),
  limiter.define('sign_in_address', (ctx) => {
    if (!guesses(ctx)) return limiter.noLimit()
    return limiter.allowRequests(100).every('5 minutes').usingKey(ctx.request.ip())
  }),
  limiter.define('sign_in_account', (ctx) => {
    if (!guesses(ctx)) return limiter.noLimit()
    return limiter.allowRequests(60).every('15 minutes').usingKey(guessed(ctx))
  }),
]

/** Slows guessing down: from one address for one account, from one address for any, and for one account from anywhere. */
export const signInLimits = guessingLimits(() => true)

/** Codes and refresh tokens cannot be guessed, so for them a limit on the load is enough. */
export const tokenLimits = [
  ...guessingLimits(({ request }) => request.input('grant_type') === 'password'),
  limiter.define('token_address', ({ request }) => {
    return limiter.allowRequests(600).every('5 minutes').usingKey(request.ip())
  }),
]

export const signUpLimit = limiter.define('sign_up', ({ request }) => {
  return limiter.allowRequests(20).every('1 hour').usingKey(request.ip())
})

/** Programs that introduce themselves, before anybody is signed in. */
export const registerClientLimit = limiter.define('register_client', ({ request }) => {
  return limiter.allowRequests(60).every('1 hour').usingKey(request.ip())
})

const person = ({ auth, request }: HttpContext) => auth.user?.id ?? request.ip()

export const newTeamLimit = limiter.define('new_team', (ctx) => {
  return limiter.allowRequests(20).every('1 day').usingKey(person(ctx))
})

/** Mails to strangers in our name: by person and by team. */
export const inviteLimits = [
  limiter.define('invite_person', (ctx) => limiter.allowRequests(60).every('1 hour').usingKey(person(ctx))),
  limiter.define('invite_team', ({ actor }) => {
    return limiter.allowRequests(200).every('1 day').usingKey(actor.teamId)
  }),
]

/** Whoever tries links. */
export const invitationLinkLimit = limiter.define('invitation_link', ({ request }) => {
  return limiter.allowRequests(60).every('10 minutes').usingKey(request.ip())
})

const waiting = ({ session, auth, request }: HttpContext) =>
  session.get('pending_sign_in')?.userId ?? auth.user?.id ?? request.ip()

/** Six digits can be guessed by whoever may go on: within a day, fifty tries of a million and no more. */
export const secondFactorLimits = [
  limiter.define('second_factor', (ctx) =>
    limiter.allowRequests(10).every('15 minutes').usingKey(waiting(ctx))
  ),
  limiter.define('second_factor_day', (ctx) =>
    limiter.allowRequests(50).every('1 day').usingKey(waiting(ctx))
  ),
]

/** "Confirm that it is you", be it by password or by code. */
export const confirmationLimits = [
  limiter.define('confirmation', (ctx) =>
    limiter.allowRequests(10).every('15 minutes').usingKey(person(ctx))
  ),
  limiter.define('confirmation_day', (ctx) => limiter.allowRequests(50).every('1 day').usingKey(person(ctx))),
]

export const passkeyLimit = limiter.define('passkey', ({ request }) => {
  return limiter.allowRequests(60).every('15 minutes').usingKey(request.ip())
})

/** Mails that a stranger can have sent to somebody: by who is written to and by who asks. */
export const resetLimits = [
  limiter.define('reset_account', ({ request }) => {
    return limiter
      .allowRequests(5)
      .every('1 hour')
      .usingKey(account(request.input('email')))
  }),
  limiter.define('reset_address', ({ request }) => {
    return limiter.allowRequests(30).every('1 hour').usingKey(request.ip())
  }),
]

/** Mails that a person can have sent to themselves, or to an address that they say is theirs. */
export const ownMailLimit = limiter.define('own_mail', (ctx) => {
  return limiter.allowRequests(10).every('1 hour').usingKey(person(ctx))
})

/** Whoever tries links that were mailed. */
export const mailedLinkLimit = limiter.define('mailed_link', ({ request }) => {
  return limiter.allowRequests(60).every('10 minutes').usingKey(request.ip())
})

/** The same by a program, counted with those of people. */
export const inviteByTokenLimit = inviteLimits[1]!

export const providerLimit = limiter.define('provider', ({ request }) => {
  return limiter.allowRequests(60).every('15 minutes').usingKey(request.ip())
})

import limiter from '@adonisjs/limiter/services/main'

/** As the validator reads it, so that no spelling of an address has a count of its own. */
const account = (email: unknown) =>
  String(email ?? '')
    .trim()
    .toLowerCase()
    .slice(0, 254)

/** Slows guessing down: from one address for one account, from one address for any, and for one account from anywhere. */
export const signInLimits = [
  limiter.define('sign_in', ({ request }) => {
    const key = `${request.ip()}:${account(request.input('email'))}`
    return limiter.allowRequests(10).every('5 minutes').usingKey(key)
  }),
  limiter.define('sign_in_address', ({ request }) => {
    return limiter.allowRequests(100).every('5 minutes').usingKey(request.ip())
  }),
  limiter.define('sign_in_account', ({ request }) => {
    return limiter
      .allowRequests(60)
      .every('15 minutes')
      .usingKey(account(request.input('email')))
  }),
]

export const signUpLimit = limiter.define('sign_up', ({ request }) => {
  return limiter.allowRequests(20).every('1 hour').usingKey(request.ip())
})

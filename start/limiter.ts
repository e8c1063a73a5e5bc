import limiter from '@adonisjs/limiter/services/main'

/** Slows guessing down for one account from anywhere and for one address against any account. */
export const signInLimit = limiter.define('sign_in', ({ request }) => {
  const email = String(request.input('email', '')).toLowerCase().slice(0, 254)
  return limiter.allowRequests(10).every('5 minutes').usingKey(`${request.ip()}:${email}`)
})

export const signUpLimit = limiter.define('sign_up', ({ request }) => {
  return limiter.allowRequests(20).every('1 hour').usingKey(request.ip())
})

import { createMiddleware } from 'hono/factory'
import type { EngineBindings } from '../routes/context.ts'
import { problem } from '../routes/problem.ts'
import { createTokenVerifier } from './token_verifier.ts'

/** Lets a call through only with a valid bearer token; sets `claims`. */
export function authenticate(jwksUrl: string) {
  const verify = createTokenVerifier(jwksUrl)
  return createMiddleware<EngineBindings>(async (c, next) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/.exec(c.req.header('authorization') ?? '')?.[1]
    const verification = token
      ? await verify(token)
      : ({ kind: 'rejected', reason: 'no bearer token was sent' } as const)
    switch (verification.kind) {
      case 'accepted':
        c.set('claims', verification.claims)
        return next()
      case 'rejected':
        c.header('www-authenticate', 'Bearer')
        return problem(c, {
          status: 401,
          code: 'unauthorized',
          title: 'Not authorized',
          detail: `The call was refused because ${verification.reason}. Send a fresh token signed by the app.`,
        })
      case 'keys_unavailable':
        return problem(c, {
          status: 503,
          code: 'internal',
          title: 'Keys unavailable',
          detail:
            "The app's public keys could not be fetched. Check that the app runs and that APP_URL points at it.",
        })
    }
  })
}

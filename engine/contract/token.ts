import { z } from 'zod'

/** Issuer and audience of the short-lived RS256 tokens with which the app calls the engine. */
export const engineIssuer = 'agentops-app'
export const engineAudience = 'agentops-engine'

export const engineClaims = z.object({
  iss: z.literal(engineIssuer),
  aud: z.literal(engineAudience),
  /** The team on whose behalf the call is made; caches are keyed by it. */
  team: z.string(),
  /** The workflow the call belongs to, when there is one. */
  workflow: z.string().nullable(),
})
export type EngineClaims = z.infer<typeof engineClaims>

import { z } from 'zod'
import { allowance } from './budget.ts'
import { routing } from './routing.ts'

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
  /** How to pick models; absent: as the installation does. */
  routing: routing.nullable().default(null),
  /** The team's own keys (`teamKeys`) as a compact JWE to the engine's public key. */
  keys: z.string().max(16_000).nullable().default(null),
  /** Absent: spending is not limited. */
  allowance: allowance.nullable().default(null),
})
export type EngineClaims = z.infer<typeof engineClaims>

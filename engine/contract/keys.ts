import { z } from 'zod'
import { modelRef, providerName, region } from './models.ts'
import { usage } from './money.ts'

/** A team's own access to a provider. Outside of the app it exists only inside of a JWE. */
export const teamKey = z.object({
  provider: providerName,
  /** Absent for servers that ask for none. */
  apiKey: z.string().min(1).max(512).nullable(),
  /** Null: the provider's own address. As the vendors' SDKs read it. */
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .nullable(),
  /** Names as the provider knows them, cheapest first. */
  models: z.array(z.string().min(1).max(128)).min(1).max(12),
  region: region.nullable(),
  /** Of servers whose prices we can not know: micro-dollars per million tokens. */
  price: z
    .object({ input: z.number().int().nonnegative(), output: z.number().int().nonnegative() })
    .nullable(),
})
export type TeamKey = z.infer<typeof teamKey>

export const teamKeys = z.array(teamKey).max(10)

/** `POST /v1/key-checks`: one small real call with the keys of the token. */
export const keyCheckRequest = z.object({ model: modelRef })
export type KeyCheckRequest = z.infer<typeof keyCheckRequest>

export const keyCheck = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    latencyMs: z.number().int().nonnegative(),
    /** Of the call; to be entered in the ledger by whoever asked. */
    usage: z.array(usage),
  }),
  z.object({ ok: z.literal(false), message: z.string() }),
])
export type KeyCheck = z.infer<typeof keyCheck>

import { z } from 'zod'
import { microDollars } from './money.ts'

/**
 * How much one call of the engine may spend on models; it travels in the signed token, and the app
 * holds it back from every budget until the call has ended. Null: no limit applies.
 */
export const allowance = z.object({
  micros: microDollars.nullable(),
  /** Of that, what may go to the installation's own keys. */
  platformMicros: microDollars.nullable(),
  /** Whether there is no more to be had: what does not fit ends the work, with what there is of it. */
  final: z.boolean().default(false),
})
export type Allowance = z.infer<typeof allowance>

export const unlimited: Allowance = {
  micros: null,
  platformMicros: null,
  final: true,
}

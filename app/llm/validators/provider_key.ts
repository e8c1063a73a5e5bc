import { providerNames } from '@agentops/engine/contract'
import vine from '@vinejs/vine'
import { text } from '#shared/validators/text'

const regions = ['us', 'eu', 'local', 'elsewhere'] as const
/** Micro-dollars per million tokens: up to $10,000. */
const price = () => vine.number().withoutDecimals().min(0).max(10_000_000_000).nullable().optional()

export const providerKeyValidator = vine.create({
  provider: vine.enum(providerNames),
  apiKey: text().trim().maxLength(512).nullable().optional(),
  baseUrl: vine
    .string()
    .trim()
    .maxLength(300)
    .url({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
    .nullable()
    .optional(),
  models: vine
    .array(
      text()
        .trim()
        .minLength(1)
        .maxLength(128)
        .regex(/^[A-Za-z0-9][\w.:/@-]*$/)
    )
    .minLength(1)
    .maxLength(12)
    .distinct(),
  region: vine.enum(regions).nullable().optional(),
  inputPrice: price(),
  outputPrice: price(),
})

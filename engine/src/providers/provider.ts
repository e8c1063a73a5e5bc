import type { Payer, ProviderName, Region } from '../../contract/models.ts'
import type { Routing } from '../../contract/routing.ts'
import type { Price } from '../prices/prices.ts'
import type { Health } from './health.ts'
import type { Purse } from './purse.ts'
import type { ResponseCache } from './response_cache.ts'
import type { Vendor } from './vendors/vendor.ts'

/** A model that one call of the engine may use, and on whose account. */
export interface AvailableModel {
  ref: string
  provider: ProviderName
  /** As the provider knows it. */
  name: string
  vendor: Vendor
  payer: Payer
  region: Region
  /** Empty where no price is known. */
  price: Price
  /** What to look at when the provider refuses: the name of a variable, or whose key it is. */
  keyName: string
  /** Equal for models that fail together. */
  host: string
}

/** The models that one call of the engine may use, with everything that bounds their use. */
export interface ModelProvider {
  /** References of those that the data policy allows, cheapest first. */
  readonly models: readonly string[]
  readonly routing: Routing
  readonly purse: Purse
  readonly health: Health
  /** Null where answers are not to be kept. */
  readonly cache: ResponseCache | null
  readonly team: string
  model(ref: string): AvailableModel | undefined
}

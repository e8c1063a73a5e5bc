import type { ProviderName, Region } from '@agentops/engine/contract'
import { teamRows } from '#accounts/services/team_rows'

export interface ProviderKeyRow {
  id: string
  provider: ProviderName
  /** Of the key; null for a server that asks for none. */
  lastFour: string | null
  baseUrl: string | null
  models: string[]
  region: Region | null
  /** Micro-dollars per million tokens; null where the price table decides. */
  inputPrice: number | null
  outputPrice: number | null
  checkedAt: string
  createdBy: string | null
}

const listSql = `
  select k.id, k.provider, k.last_four as "lastFour", k.base_url as "baseUrl", k.models, k.region,
    k.input_price as "inputPrice", k.output_price as "outputPrice", to_json(k.checked_at) #>> '{}' as "checkedAt",
    u.full_name as "createdBy"
  from provider_keys k left join users u on u.id = k.created_by order by k.created_at`

/** A team's own keys as they may be shown: never the key itself. */
export const listProviderKeys = (teamId: string) => teamRows<ProviderKeyRow>(teamId, listSql)

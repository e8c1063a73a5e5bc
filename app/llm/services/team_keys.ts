import encryption from '@adonisjs/core/services/encryption'
import type { TeamKey } from '@agentops/engine/contract'
import { teamRows } from '#accounts/services/team_rows'

interface KeyRow {
  provider: TeamKey['provider']
  api_key_encrypted: string | null
  base_url: string | null
  models: string[]
  region: TeamKey['region']
  input_price: number | null
  output_price: number | null
}

export const sealKey = (apiKey: string) => encryption.encrypt(apiKey)

/**
 * A team's own keys in plain text, for nothing but to be encrypted to the engine at once.
 *
 * @throws when APP_KEY is not the one with which they were stored
 */
export async function openTeamKeys(teamId: string): Promise<TeamKey[]> {
  const rows = await teamRows<KeyRow>(
    teamId,
    `select provider, api_key_encrypted, base_url, models, region, input_price, output_price
     from provider_keys order by created_at`
  )
  return rows.map((row) => ({
    provider: row.provider,
    apiKey: row.api_key_encrypted === null ? null : opened(row.api_key_encrypted),
    baseUrl: row.base_url,
    models: row.models,
    region: row.region,
    price: row.input_price === null ? null : { input: row.input_price, output: row.output_price ?? 0 },
  }))
}

function opened(sealed: string): string {
  const apiKey = encryption.decrypt<string>(sealed)
  if (!apiKey)
    throw new Error('A provider key cannot be decrypted: APP_KEY is not the one it was stored with.')
  return apiKey
}

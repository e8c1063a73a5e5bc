import { defaultRouting, modelRefOf, type TeamKey } from '@agentops/engine/contract'
import { withTeam } from '#accounts/services/tenancy'
import { recordUsage } from '#llm/actions/record_usage'
import { sealKey } from '#llm/services/team_keys'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { EngineError } from '#shared/engine/engine_error'
import { forgetEngineKey, sealForEngine } from '#shared/engine/engine_key'
import { checkModel } from '#shared/engine/model_requests'
import { err, ok, type Result } from '#shared/result'

export interface SaveProviderKeyInput {
  teamId: string
  userId: string | null
  by: AuditActor
  key: TeamKey
}

export interface KeyRefused {
  field: 'apiKey' | 'baseUrl' | 'models'
  message: string
}

/** Servers of one's own have no address that could be known. */
const needsAddress = new Set<TeamKey['provider']>(['ollama', 'openai-compatible'])
const CHECK_MS = 45_000

/**
 * Keeps a team's key for a provider, in place of the one before, after one real call has shown that it works.
 * In the database it is encrypted; nothing shows more of it than its last four characters.
 */
export default class SaveProviderKey {
  async execute(input: SaveProviderKeyInput): Promise<Result<{ id: string; latencyMs: number }, KeyRefused>> {
    const refused = incomplete(input.key)
    if (refused) return err(refused)
    const check = await this.#check(input)
    if (!check.ok) return err({ field: input.key.apiKey ? 'apiKey' : 'baseUrl', message: check.message })
    const id = await this.#keep(input)
    for (const usage of check.usage) {
      await recordUsage({ teamId: input.teamId, projectId: null, workflowId: null, stepId: null }, usage)
    }
    return ok({ id, latencyMs: check.latencyMs })
  }

  async #check({ teamId, key }: SaveProviderKeyInput) {
    const model = modelRefOf({ provider: key.provider, name: key.models[0]! })
    const ask = async () => {
      const grant = { routing: defaultRouting, keys: await sealForEngine([key]) }
      return checkModel(model, { team: teamId, workflow: null, grant, signal: AbortSignal.timeout(CHECK_MS) })
    }
    try {
      return await ask().catch((error) => {
        if (!(error instanceof EngineError) || error.code !== 'keys_unreadable') throw error
        forgetEngineKey()
        return ask()
      })
    } catch (error) {
      if (error instanceof EngineError) return { ok: false as const, message: error.message }
      throw error
    }
  }

  #keep({ teamId, userId, by, key }: SaveProviderKeyInput): Promise<string> {
    return withTeam(teamId, async (trx) => {
      const { rows } = await sql<{ id: string }>(
        trx,
        `insert into provider_keys (team_id, provider, api_key_encrypted, last_four, base_url, models, region,
           input_price, output_price, checked_at, created_by)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, now(), ?)
         on conflict (team_id, provider) do update set api_key_encrypted = excluded.api_key_encrypted,
           last_four = excluded.last_four, base_url = excluded.base_url, models = excluded.models,
           region = excluded.region, input_price = excluded.input_price, output_price = excluded.output_price,
           checked_at = excluded.checked_at, created_by = excluded.created_by, created_at = now()
         returning id`,
        [
          teamId,
          key.provider,
          key.apiKey === null ? null : sealKey(key.apiKey),
          key.apiKey?.slice(-4) ?? null,
          key.baseUrl,
          key.models,
          key.region,
          key.price?.input ?? null,
          key.price?.output ?? null,
          userId,
        ]
      )
      const id = rows[0]!.id
      await recordAudit(trx, {
        teamId,
        actor: by,
        action: 'provider_key.saved',
        subject: { kind: 'provider_key', id, name: key.provider },
        details: { models: key.models.join(', '), baseUrl: key.baseUrl },
      })
      return id
    })
  }
}

function incomplete({ provider, apiKey, baseUrl }: TeamKey): KeyRefused | null {
  if (needsAddress.has(provider) && !baseUrl)
    return {
      field: 'baseUrl',
      message: 'Enter the address of the server, such as https://models.example.com/v1.',
    }
  if (!needsAddress.has(provider) && baseUrl)
    return {
      field: 'baseUrl',
      message: 'This provider has its own address. For another server choose “OpenAI-compatible”.',
    }
  if (!needsAddress.has(provider) && !apiKey)
    return { field: 'apiKey', message: 'Enter the key that the provider has given you.' }
  return null
}

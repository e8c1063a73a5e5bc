import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import {
  type Capabilities,
  capabilities,
  type EngineClaims,
  type EngineEvent,
  engineAudience,
  engineIssuer,
  isTerminal,
  type TerminalEvent,
} from '@agentops/engine/contract'
import { SignJWT } from 'jose'
import { shortJson } from '#shared/engine/bounded_stream'
import { EngineError } from '#shared/engine/engine_error'
import { engineEvents } from '#shared/engine/engine_stream'
import { signingKey } from '#shared/tokens/signing_keys'
import env from '#start/env'

/** What a call may use: how models are picked, the team's own keys as a JWE, and how much may be spent. */
export type EngineGrant = Partial<Pick<EngineClaims, 'routing' | 'keys' | 'allowance'>>

export interface EngineCall {
  team: string
  workflow: string | null
  grant?: EngineGrant
  signal: AbortSignal
}

async function bearer({ team, workflow, grant = {} }: EngineCall) {
  const { kid, key } = await signingKey()
  const token = await new SignJWT({ team, workflow, ...grant })
    .setProtectedHeader({ alg: 'RS256', kid })
    .setIssuer(engineIssuer)
    .setAudience(engineAudience)
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(key)
  return `Bearer ${token}`
}

export async function send(path: string, call: EngineCall, init: RequestInit & { duplex?: 'half' }) {
  const headers = { ...init.headers, authorization: await bearer(call) }
  try {
    return await fetch(new URL(path, env.get('ENGINE_URL')), { ...init, headers, signal: call.signal })
  } catch (error) {
    if (call.signal.aborted) throw error
    throw new EngineError('unreachable', 'The AI engine does not answer. It may be starting again.', true)
  }
}

export async function refuse(response: Response): Promise<never> {
  const body = ((await shortJson(response)) ?? {}) as { code?: unknown; detail?: unknown }
  const retryable = response.status >= 500 || response.status === 429
  throw new EngineError(
    typeof body.code === 'string' ? body.code : 'bad_request',
    typeof body.detail === 'string' ? body.detail : `The AI engine answered ${response.status}.`,
    retryable
  )
}

/** What the engine can do now: recipes that need no key, and the models it has keys for. */
export async function engineCapabilities(call: EngineCall): Promise<Capabilities> {
  const response = await send('/v1/capabilities', call, { method: 'GET' })
  if (!response.ok) return refuse(response)
  return capabilities.parse(await shortJson(response))
}

/** Ships a snapshot unless the engine has it already. `file` is the gzipped tar that `id` names. */
export async function ensureSnapshot(id: string, file: string, call: EngineCall) {
  const path = `/v1/snapshots/${id}`
  const there = await send(path, call, { method: 'HEAD' })
  if (there.ok) return
  const response = await send(path, call, {
    method: 'PUT',
    headers: { 'content-type': 'application/gzip' },
    body: Readable.toWeb(createReadStream(file)) as ReadableStream,
    duplex: 'half',
  })
  if (!response.ok) await refuse(response)
}

const LONGEST_CALL_MS = 60 * 60_000

/**
 * One streamed call. Events go to `onEvent` as they arrive; the terminal one is returned.
 *
 * @throws EngineError when the engine refuses, fails, or its stream is cut before a terminal event
 */
export async function streamEngine(
  path: '/v1/analyze' | '/v1/plan' | '/v1/mutants' | '/v1/generate' | '/v1/ask',
  body: unknown,
  call: EngineCall,
  onEvent: (event: EngineEvent) => void | Promise<void>
): Promise<Exclude<TerminalEvent, { type: 'failed' }>> {
  const late = AbortSignal.timeout(LONGEST_CALL_MS)
  const response = await send(
    path,
    { ...call, signal: AbortSignal.any([call.signal, late]) },
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify(body),
    }
  )
  if (!response.ok || !response.body) return refuse(response)

  for await (const event of engineEvents(response.body, call.signal)) {
    if (!isTerminal(event)) {
      await onEvent(event)
      continue
    }
    if (event.type === 'failed') {
      throw new EngineError(
        event.code,
        event.message,
        event.retryable,
        event.retryAfterMs,
        event.neededMicros ?? null
      )
    }
    return event
  }
  throw new EngineError('stream_truncated', "The AI engine's answer broke off before its end.", true)
}

import {
  type Embeddings,
  type EmbedRequest,
  type ExplainedCode,
  type ExplainRequest,
  embeddings,
  explanation,
  type KeyCheck,
  keyCheck,
} from '@agentops/engine/contract'
import { type EngineCall, refuse, send } from '#shared/engine/engine_client'

async function post(path: string, body: unknown, call: EngineCall): Promise<unknown> {
  const response = await send(path, call, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return response.ok ? response.json() : refuse(response)
}

/**
 * One small real call of a model with the keys of the call.
 *
 * @throws EngineError when the engine cannot be asked
 */
export async function checkModel(model: string, call: EngineCall): Promise<KeyCheck> {
  return keyCheck.parse(await post('/v1/key-checks', { model }, call))
}

/**
 * Vectors for texts, in their order. The usage that comes back is to be entered in the ledger.
 *
 * @throws EngineError when the engine cannot be asked, or no model turns text into vectors
 */
export async function embedTexts(request: EmbedRequest, call: EngineCall): Promise<Embeddings> {
  return embeddings.parse(await post('/v1/embed', request, call))
}

/**
 * A few sentences about code, each with its lines. The usage that comes back is to be entered in the ledger, also
 * that of a failure.
 *
 * @throws EngineError when the engine cannot be asked, or there is no model
 */
export async function explainCode(request: ExplainRequest, call: EngineCall): Promise<ExplainedCode> {
  return explanation.parse(await post('/v1/explain', request, call))
}

import { APICallError, StreamProviderError } from 'ai'
import { z } from 'zod'
import { type Failure, failed } from '../emit.ts'
import { retryAfterMs } from './retry_after.ts'

const errorBody = z.object({ error: z.object({ code: z.union([z.string(), z.number()]).nullish() }) })
const overflow = /context[ _](length|window)|maximum context|prompt is too long|too many tokens/i

interface ProviderError {
  status: number | null
  code: string
  message: string
  waitMs: number | null
}

/**
 * Maps what a provider threw to the engine's closed set. The provider's own words never go into
 * the message: they can repeat the prompt or the key.
 * @param streaming whether the answer had already begun
 */
export function failureOf(thrown: unknown, model: string, streaming: boolean): Failure {
  const error = read(thrown)
  const at = error.status === null ? '' : ` (HTTP ${error.status})`
  if (overflow.test(`${error.code} ${error.message}`) || error.status === 413) {
    return failed(
      'context_overflow',
      `The request was too long for ${model}${at}. Narrow the task to fewer files.`
    )
  }
  if (error.status === 429) return limited(error, model)
  if (error.status !== null && isRejection(error.status)) return rejected(error.status, model)
  if (streaming) return truncated(model)
  return failed(
    'provider_unavailable',
    `The model provider could not answer${at}. It may work again in a moment.`,
    {
      retryable: true,
      retryAfterMs: error.waitMs,
    }
  )
}

/** For an answer that broke off: nothing of it is used. */
export function truncated(model: string): Failure {
  const message = `The answer of ${model} broke off before its end, so nothing of it was used.`
  return failed('stream_truncated', message, { retryable: true })
}

function limited(error: ProviderError, model: string): Failure {
  if (error.code === 'insufficient_quota') {
    const message =
      'The account behind OPENAI_API_KEY has used up its quota (HTTP 429). Add credit at the provider.'
    return failed('provider_rejected', message)
  }
  const message = `The model provider limits how often ${model} may be called (HTTP 429).`
  return failed('rate_limited', message, { retryable: true, retryAfterMs: error.waitMs })
}

function isRejection(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 409
}

function rejected(status: number, model: string): Failure {
  switch (status) {
    case 401:
    case 403:
      return failed(
        'provider_rejected',
        `The model provider refused the key in OPENAI_API_KEY (HTTP ${status}).`
      )
    case 404:
      return failed(
        'provider_rejected',
        `The model provider does not know ${model} (HTTP 404). Check AGENTOPS_MODELS and OPENAI_BASE_URL.`
      )
    default:
      return failed(
        'provider_rejected',
        `The model provider rejected the request (HTTP ${status}). Check that ${model} in AGENTOPS_MODELS is a chat model.`
      )
  }
}

function read(thrown: unknown): ProviderError {
  if (APICallError.isInstance(thrown)) {
    const body = errorBody.safeParse(thrown.data)
    return {
      status: thrown.statusCode ?? null,
      code: body.success ? String(body.data.error.code ?? '') : '',
      message: thrown.message,
      waitMs: retryAfterMs(thrown.responseHeaders),
    }
  }
  if (StreamProviderError.isInstance(thrown)) {
    return {
      status: thrown.statusCode ?? null,
      code: String(thrown.code ?? ''),
      message: thrown.message,
      waitMs: null,
    }
  }
  return { status: null, code: '', message: '', waitMs: null }
}

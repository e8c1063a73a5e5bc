import { APICallError, StreamProviderError } from 'ai'
import { z } from 'zod'
import { type Failure, failed } from '../emit.ts'
import { AddressRefused } from './guarded_fetch.ts'
import type { AvailableModel } from './provider.ts'
import { retryAfterMs } from './retry_after.ts'

/** Every way in which a provider fails, whichever it is and however it words that. */
export const providerFailures = [
  'context_overflow',
  'tools_unsupported',
  'quota_exhausted',
  'rate_limited',
  'key_rejected',
  'model_unknown',
  'address_refused',
  'request_rejected',
  'stream_truncated',
  'unavailable',
] as const
export type ProviderFailure = (typeof providerFailures)[number]

/** OpenAI and Anthropic nest what Mistral says on top; the word is a `code` for some, a `type` for others. */
const word = z.union([z.string(), z.number()]).nullish()
const said = z.object({ code: word, type: word, message: z.unknown() })
const errorBody = z.union([z.object({ error: said }).transform(({ error }) => error), said])

const overflow =
  /context[ _](length|window)|maximum context|(prompt|input) is too (long|large)|too many tokens|request_too_large/i
const quota = /insufficient_quota|credit balance|billing_(error|hard_limit)|quota_exceeded/i
const noTools = /(does not|doesn't|do not) support (tools|tool|function)|tool (use|calling) is not supported/i

interface ProviderError {
  status: number | null
  code: string
  message: string
  waitMs: number | null
}

type Model = Pick<AvailableModel, 'name' | 'keyName' | 'payer'>

/**
 * Maps what a provider threw to the engine's closed set. The provider's own words never go into
 * the message: they can repeat the prompt or the key.
 * @param streaming whether the answer had already begun
 */
export function failureOf(thrown: unknown, model: Model, streaming: boolean): Failure {
  const error = read(thrown)
  return inWords(classify(thrown, error, streaming), error, model)
}

/** For an answer that broke off: nothing of it is used. */
export function truncated(model: Pick<Model, 'name'>): Failure {
  const message = `The answer of ${model.name} broke off before its end, so nothing of it was used.`
  return failed('stream_truncated', message, { retryable: true })
}

function classify(thrown: unknown, error: ProviderError, streaming: boolean): ProviderFailure {
  const words = `${error.code} ${error.message}`
  if (causes(thrown).some((cause) => cause instanceof AddressRefused)) return 'address_refused'
  if (overflow.test(words) || error.status === 413) return 'context_overflow'
  if (noTools.test(words)) return 'tools_unsupported'
  if (quota.test(words) || error.status === 402) return 'quota_exhausted'
  if (error.status === 429 || /rate_limit/.test(error.code)) return 'rate_limited'
  if (error.status !== null && isRejection(error.status)) {
    if (error.status === 401 || error.status === 403) return 'key_rejected'
    return error.status === 404 ? 'model_unknown' : 'request_rejected'
  }
  return streaming && !/overloaded/.test(error.code) ? 'stream_truncated' : 'unavailable'
}

function isRejection(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 409
}

function inWords(kind: ProviderFailure, { status, waitMs }: ProviderError, model: Model): Failure {
  const at = status === null ? '' : ` (HTTP ${status})`
  const passing = { retryable: true, retryAfterMs: waitMs }
  const where = model.payer === 'team' ? 'the model settings of your team' : 'AGENTOPS_MODELS'
  switch (kind) {
    case 'context_overflow':
      return failed(
        'context_overflow',
        `The request was too long for ${model.name}${at}. Narrow the task to fewer files.`
      )
    case 'tools_unsupported':
      return failed('tools_unsupported', `${model.name} can not call tools${at}. Choose another in ${where}.`)
    case 'quota_exhausted':
      return failed(
        'provider_rejected',
        `The account behind ${model.keyName} has used up its quota${at}. Add credit at the provider.`
      )
    case 'rate_limited':
      return failed(
        'rate_limited',
        `The model provider limits how often ${model.name} may be called${at}.`,
        passing
      )
    case 'key_rejected':
      return failed('provider_rejected', `The model provider refused ${keyOf(model)}${at}.`)
    case 'model_unknown':
      return failed(
        'provider_rejected',
        `The model provider does not know ${model.name}${at}. Check ${where} and the provider's address.`
      )
    case 'address_refused':
      return failed(
        'provider_rejected',
        `The address of ${model.name} is not of the open internet. The operator can allow such addresses with ENGINE_PRIVATE_ADDRESSES.`
      )
    case 'request_rejected':
      return failed(
        'provider_rejected',
        `The model provider rejected the request${at}. Check that ${model.name} in ${where} is a chat model.`
      )
    case 'stream_truncated':
      return truncated(model)
    case 'unavailable':
      return failed(
        'provider_unavailable',
        `The model provider could not answer${at}. It may work again in a moment.`,
        passing
      )
  }
}

function keyOf({ keyName, payer }: Model): string {
  return payer === 'team' ? keyName : `the key in ${keyName}`
}

/** Errors come wrapped; at most a few deep. */
function causes(thrown: unknown): unknown[] {
  const chain: unknown[] = []
  for (let error = thrown; error instanceof Error && chain.length < 8; error = error.cause) chain.push(error)
  return chain
}

function read(thrown: unknown): ProviderError {
  if (APICallError.isInstance(thrown)) {
    return {
      status: thrown.statusCode ?? null,
      ...wordsOf(thrown.data ?? parsed(thrown.responseBody), thrown.message),
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
  return { status: null, ...wordsOf(thrown, ''), waitMs: null }
}

function wordsOf(body: unknown, message: string): Pick<ProviderError, 'code' | 'message'> {
  const found = errorBody.safeParse(body)
  if (!found.success) return { code: '', message }
  const { code, type } = found.data
  const own = typeof found.data.message === 'string' ? found.data.message : ''
  return { code: [code, type].filter((value) => value != null).join(' '), message: `${message} ${own}` }
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

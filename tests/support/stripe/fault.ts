interface FaultBody {
  type: 'invalid_request_error' | 'card_error' | 'idempotency_error' | 'api_error'
  code?: string
  param?: string
  message: string
  decline_code?: string
}

/** An answer of Stripe that is an error. */
export class Fault extends Error {
  constructor(
    readonly status: number,
    readonly body: FaultBody
  ) {
    super(body.message)
  }
}

export const missing = (what: string, id: string) =>
  new Fault(404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    param: 'id',
    message: `No such ${what}: '${id}'`,
  })

export const invalid = (message: string, param?: string, code?: string) =>
  new Fault(400, { type: 'invalid_request_error', message, param, code })

export const declined = (declineCode: string) =>
  new Fault(402, {
    type: 'card_error',
    code: 'card_declined',
    decline_code: declineCode,
    message: 'Your card was declined.',
  })

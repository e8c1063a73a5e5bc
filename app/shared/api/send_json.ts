import type { HttpResponse } from '@adonisjs/core/http'

/**
 * For answers that are asked for hundreds of times a second: plain data of our own queries does not need the
 * serializer that also copes with cycles and models.
 */
export function sendJson(response: HttpResponse, value: unknown) {
  response.header('content-type', 'application/json; charset=utf-8')
  return response.send(JSON.stringify(value))
}

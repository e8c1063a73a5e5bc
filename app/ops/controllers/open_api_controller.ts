import type { HttpContext } from '@adonisjs/core/http'
import router from '@adonisjs/core/services/router'
import { describeApi } from '#ops/openapi/document'
import { installation } from '#shared/installation'
import env from '#start/env'

let document: string | null = null

export default class OpenApiController {
  /** Routes do not change while the process runs, so the document is made once. */
  show({ response }: HttpContext) {
    document ??= JSON.stringify(
      describeApi(Object.values(router.toJSON()).flat(), {
        url: env.get('APP_URL'),
        version: installation().version,
      })
    )
    response.header('content-type', 'application/json; charset=utf-8')
    response.header('cache-control', 'public, max-age=300')
    return response.send(document)
  }
}

import type { HttpContext } from '@adonisjs/core/http'
import { publicKeys } from '#shared/tokens/signing_keys'

export default class JwksController {
  async show({ response }: HttpContext) {
    response.header('cache-control', 'public, max-age=60')
    return { keys: await publicKeys() }
  }
}

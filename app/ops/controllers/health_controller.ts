import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'

export default class HealthController {
  live() {
    return { status: 'ok' }
  }

  async ready({ response }: HttpContext) {
    const database = await db.rawQuery('select 1').then(
      () => 'ok',
      () => 'down'
    )
    return response.status(database === 'ok' ? 200 : 503).send({ status: database, checks: { database } })
  }
}

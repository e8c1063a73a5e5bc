import type { HttpContext } from '@adonisjs/core/http'
import { showStepLog } from '#workflows/queries/show_step_log'

export default class WorkflowLogsController {
  async show({ params, response, actor }: HttpContext) {
    actor.authorize('workflows.read')
    const log = await showStepLog(actor.teamId, params.id, params.stepId)
    response.header('content-type', 'text/plain; charset=utf-8')
    response.header('content-disposition', `attachment; filename="${log.name}.log"`)
    return response.send(log.text)
  }
}

import type { HttpContext } from '@adonisjs/core/http'
import RemoveFlag from '#ops/actions/remove_flag'
import SetFlag from '#ops/actions/set_flag'
import { listFlags } from '#ops/services/feature_flags'
import { flagSettingValidator } from '#ops/validators/admin'
import NotFoundException from '#shared/exceptions/not_found_exception'

export default class ApiAdminFlagsController {
  async index() {
    return { data: await listFlags() }
  }

  async update({ params, request, operator }: HttpContext) {
    const { percentage, teamIds = [] } = await request.validateUsing(flagSettingValidator)
    const name: string = params.name
    await new SetFlag().execute({ name, percentage, teamIds, by: operator })
    return { name, percentage, teamIds }
  }

  async destroy({ params, response, operator }: HttpContext) {
    const result = await new RemoveFlag().execute({ name: params.name, by: operator })
    if (!result.ok) throw new NotFoundException('flag')
    return response.noContent()
  }
}

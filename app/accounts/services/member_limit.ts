import app from '@adonisjs/core/services/app'
import { Entitlements, type LimitAnswer } from '#shared/contracts/entitlements'

/** May the team have so many more members? */
export async function mayAddMembers(teamId: string, adding: number): Promise<LimitAnswer> {
  const entitlements = await app.container.make(Entitlements)
  return entitlements.check(teamId, 'members', adding)
}

import app from '@adonisjs/core/services/app'
import { Entitlements, type LimitAnswer } from '#shared/contracts/entitlements'

/** May the team have so many more members? An installation in which nothing is sold has no limit. */
export async function mayAddMembers(teamId: string, adding: number): Promise<LimitAnswer> {
  if (!app.container.hasBinding(Entitlements)) return { allowed: true, left: null }
  const entitlements = await app.container.make(Entitlements)
  return entitlements.check(teamId, 'members', adding)
}

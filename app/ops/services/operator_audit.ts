import type { HttpContext } from '@adonisjs/core/http'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { withUser } from '#accounts/services/tenancy'
import { type AuditActor, type AuditEntry, recordAudit } from '#shared/audit/record'

export type Operator = AuditActor & { userId: string }

/** The operator as the trail names them. */
export function operatorOf({ auth, request }: HttpContext): Operator {
  const { id, fullName } = auth.getUserOrFail()
  return { kind: 'person', userId: id, name: fullName, address: request.ip() }
}

type Act = Omit<AuditEntry, 'teamId' | 'actor'>

/**
 * Does something in an operator's name and writes it down in the same transaction.
 *
 * @param work returns what to record, or null when nothing has been done
 */
export function asOperator(
  by: Operator,
  work: (trx: TransactionClientContract) => Promise<Act | null>
): Promise<boolean> {
  return withUser(by.userId, async (trx) => {
    const act = await work(trx)
    if (act) await recordAudit(trx, { ...act, teamId: null, actor: by })
    return act !== null
  })
}

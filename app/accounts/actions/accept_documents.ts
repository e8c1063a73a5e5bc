import { type Consent, keepConsent } from '#accounts/services/consent'
import { withUser } from '#accounts/services/tenancy'
import { type AuditActor, recordAudit } from '#shared/audit/record'

export interface AcceptDocumentsInput {
  userId: string
  consent: Consent
  by: AuditActor
}

/** A person accepts terms and privacy notice of one version. */
export default class AcceptDocuments {
  async execute({ userId, consent, by }: AcceptDocumentsInput) {
    await withUser(userId, async (trx) => {
      if (!(await keepConsent(trx, userId, consent))) return
      const details = { version: consent.version }
      await recordAudit(trx, { teamId: null, actor: by, action: 'consent.given', details })
    })
  }
}

import vine from '@vinejs/vine'
import { legalDocuments } from '#accounts/services/legal_documents'
import { fieldError } from '#shared/exceptions/field_error'

/** The version of the texts that the page showed. */
export const shownVersion = () => vine.string().trim().maxLength(80)

export const consentValidator = vine.create({ terms: shownVersion() })

/** Nobody has accepted what they could not see. @throws E_VALIDATION_ERROR at the field `terms` */
export function refuseOldVersion(version: string) {
  if (version === legalDocuments().version) return
  throw fieldError('terms', 'The terms have changed meanwhile. Load this page again, read them, then go on.')
}

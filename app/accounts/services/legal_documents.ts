import { hash } from 'node:crypto'
import env from '#start/env'

/** Of the texts in inertia/pages/legal; another date whenever they say something else. */
export const BUILT_IN_VERSION = '2026-11-21'

export interface LegalDocuments {
  /** What people accept: terms and privacy notice together. */
  version: string
  /** The operator's own pages; null where those of AgentOps count. */
  termsUrl: string | null
  privacyUrl: string | null
}

/** The terms and the privacy notice of this installation. Another address is another text, so another version. */
export function legalDocuments(): LegalDocuments {
  const termsUrl = env.get('TERMS_URL') ?? null
  const privacyUrl = env.get('PRIVACY_URL') ?? null
  const own = termsUrl || privacyUrl ? hash('sha256', `${termsUrl}\n${privacyUrl}`).slice(0, 12) : null
  return { version: env.get('TERMS_VERSION') ?? own ?? BUILT_IN_VERSION, termsUrl, privacyUrl }
}

import { urlFor } from '~/client'

export type AuditFilter = { actor: string; action: string; from: string; to: string }

const given = (filter: AuditFilter) => Object.fromEntries(Object.entries(filter).filter(([, value]) => value))

/** The address of a page of the trail under a filter. */
export const auditHref = (filter: AuditFilter, page = 1) =>
  urlFor('audit_entries.index', {}, { qs: { ...given(filter), ...(page > 1 ? { page: String(page) } : {}) } })

export const exportHref = (filter: AuditFilter, format: 'csv' | 'json') =>
  urlFor('audit_exports.show', {}, { qs: { ...given(filter), format } })

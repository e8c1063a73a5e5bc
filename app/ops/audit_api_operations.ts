import { exportAuditValidator, listAuditValidator } from '#ops/validators/audit'
import {
  id,
  json,
  type Operations,
  object,
  oneOf,
  pageSchema,
  text,
  textOrNull,
  time,
} from '#shared/api/operation'

const entry = object({
  id,
  at: time,
  actorKind: oneOf(['person', 'robot', 'agent', 'system']),
  actor: text,
  action: text,
  subjectKind: textOrNull,
  subjectId: textOrNull,
  subjectName: textOrNull,
  details: { type: 'object' },
  address: textOrNull,
})

export const auditOperations: Operations = {
  'api.audit_entries.index': {
    summary: "List the team's audit trail, newest first",
    scope: 'admin',
    input: listAuditValidator,
    responses: { 200: json('One page of entries.', pageSchema(entry)) },
    problems: [422],
  },
  'api.audit_exports.show': {
    summary: 'Export the audit trail',
    description: 'Streams everything that the filter leaves, as CSV or as one JSON array.',
    scope: 'admin',
    input: exportAuditValidator,
    responses: {
      200: {
        description: 'The entries.',
        content: { 'text/csv': text, 'application/json': { type: 'array', items: entry } },
      },
    },
    problems: [422],
  },
}

import type { AuditRow } from '#ops/queries/list_audit_entries'

const header = [
  'time',
  'actor_kind',
  'actor',
  'action',
  'subject_kind',
  'subject_id',
  'subject_name',
  'details',
  'address',
]

/**
 * A field of CSV (RFC 4180). What begins like a formula gets an apostrophe in front: names are chosen by people,
 * and spreadsheets run formulas.
 */
function field(value: string | null) {
  const text = /^[=+\-@\t\r]/.test(value ?? '') ? `'${value}` : (value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const cells = (row: AuditRow) => [
  row.at,
  row.actorKind,
  row.actor,
  row.action,
  row.subjectKind,
  row.subjectId,
  row.subjectName,
  JSON.stringify(row.details),
  row.address,
]

export async function* auditCsv(rows: AsyncIterable<AuditRow>): AsyncGenerator<string> {
  yield `${header.join(',')}\r\n`
  for await (const row of rows) yield `${cells(row).map(field).join(',')}\r\n`
}

/** One JSON array, an entry per line. */
export async function* auditJson(rows: AsyncIterable<AuditRow>): AsyncGenerator<string> {
  let before = '[\n'
  for await (const row of rows) {
    yield before + JSON.stringify(row)
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

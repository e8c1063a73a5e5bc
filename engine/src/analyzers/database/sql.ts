import { type NewColumn, newColumn, type Statement } from './statements.ts'

/** The statements of an SQL text that change tables; anything else says nothing about the schema and is left out. */
export function readSql(sql: string, line: number): Statement[] {
  const statements: Statement[] = []
  for (const { text, lines } of splitStatements(sql)) {
    statements.push(...readStatement(text, line + lines))
  }
  return statements
}

const name = '(?:"[^"]+"|`[^`]+`|\\[[^\\]]+\\]|[\\w$*]+)'
const qualified = `(?:${name}\\.)?(${name})`
const create = new RegExp(
  `^create\\s+(?:unlogged\\s+)?table\\s+(if\\s+not\\s+exists\\s+)?${qualified}\\s*\\(`,
  'i'
)
const drop = new RegExp(`^drop\\s+table\\s+(?:if\\s+exists\\s+)?${qualified}`, 'i')
const alter = new RegExp(`^alter\\s+table\\s+(?:if\\s+exists\\s+)?(?:only\\s+)?${qualified}\\s+`, 'i')

function readStatement(text: string, line: number): Statement[] {
  const created = create.exec(text)
  if (created) return [createTable(text, created, line)]
  const dropped = drop.exec(text)
  if (dropped) return [{ do: 'drop', table: plain(dropped[1]!), line }]
  const altered = alter.exec(text)
  if (!altered) return []
  const table = plain(altered[1]!)
  if (table.includes('*')) return [{ do: 'unread', why: 'the table is named while the migration runs', line }]
  return splitTopLevel(text.slice(altered[0].length)).flatMap((part) => alteration(table, part.trim(), line))
}

function createTable(text: string, match: RegExpExecArray, line: number): Statement {
  const table = plain(match[2]!)
  if (table.includes('*')) return { do: 'unread', why: 'the table is named while the migration runs', line }
  const open = match[0].length
  const body = text.slice(open, closing(text, open))
  const parts = splitTopLevel(body)
  const columns: NewColumn[] = []
  let at = line + lineBreaks(text.slice(0, open))
  for (const part of parts) {
    const own = at + lineBreaks(/^\s*/.exec(part)![0])
    at += lineBreaks(part)
    const column = readColumn(part.trim(), own)
    if (column) columns.push(column)
    else applyConstraint(part.trim(), columns)
  }
  return { do: 'create', table, columns, ifMissing: match[1] !== undefined, line }
}

const constraint = /^(constraint|primary|foreign|unique|check|exclude|index|key|like|fulltext)\b/i

function readColumn(part: string, line: number): NewColumn | null {
  if (part === '' || constraint.test(part)) return null
  const match = new RegExp(`^(${name})\\s+(.*)$`, 'is').exec(part)
  if (!match) return null
  const [, written, rest] = match
  const type =
    /^((?:[a-z_][\w.]*|"[^"]+")(?:\s+(?:varying|precision|with(?:out)?\s+time\s+zone))*(?:\s*\([^)]*\))?(?:\[\])?)/i.exec(
      rest!
    )?.[1] ?? ''
  const primary = /\bprimary\s+key\b/i.test(rest!)
  return {
    ...newColumn(plain(written!), type.replace(/\s+/g, ' ').toLowerCase(), line),
    nullable: !primary && !/\bnot\s+null\b/i.test(rest!),
    primary,
    unique: primary || /\bunique\b/i.test(rest!),
    references: referenceIn(rest!),
  }
}

function referenceIn(text: string): NewColumn['references'] {
  const match = new RegExp(`\\breferences\\s+${qualified}\\s*(?:\\(([^)]*)\\))?`, 'i').exec(text)
  return match ? { table: plain(match[1]!), column: plain(match[2]?.split(',')[0] ?? 'id') } : null
}

/** `primary key (a, b)` and `foreign key (a) references t (b)` behind the columns. */
function applyConstraint(part: string, columns: NewColumn[]): void {
  const list = (pattern: RegExp) => pattern.exec(part)?.[1]?.split(',').map(plain) ?? []
  const find = (column: string) => columns.find((candidate) => candidate.name === column)
  for (const column of list(/primary\s+key\s*\(([^)]*)\)/i)) {
    const found = find(column)
    if (found) Object.assign(found, { primary: true, nullable: false })
  }
  const [unique, ...more] = list(/unique\s*\(([^)]*)\)/i)
  const only = unique !== undefined && more.length === 0 ? find(unique) : undefined
  if (only) only.unique = true
  const [foreign] = list(/foreign\s+key\s*\(([^)]*)\)/i)
  const owner = foreign === undefined ? undefined : find(foreign)
  if (owner) owner.references = referenceIn(part)
}

function alteration(table: string, part: string, line: number): Statement[] {
  const match = (pattern: string) => new RegExp(pattern, 'is').exec(part)
  const renamed = match(`^rename\\s+to\\s+(${name})`)
  if (renamed) return [{ do: 'rename', table, to: plain(renamed[1]!), line }]
  const column = match(`^rename\\s+(?:column\\s+)?(${name})\\s+to\\s+(${name})`)
  if (column) return [{ do: 'renameColumn', table, column: plain(column[1]!), to: plain(column[2]!), line }]
  const foreign = match(`^add\\s+(?:constraint\\s+${name}\\s+)?foreign\\s+key\\s*\\(\\s*(${name})`)
  if (foreign) {
    return [
      { do: 'change', table, column: plain(foreign[1]!), with: { references: referenceIn(part) }, line },
    ]
  }
  const dropped = match(`^drop\\s+(?:column\\s+)?(?:if\\s+exists\\s+)?(${name})`)
  if (dropped && !/^drop\s+(constraint|index|primary|foreign|default)\b/i.test(part)) {
    return [{ do: 'dropColumns', table, columns: [plain(dropped[1]!)], line }]
  }
  const changed = match(`^alter\\s+(?:column\\s+)?(${name})\\s+(.*)$`)
  if (changed) return [{ do: 'change', table, column: plain(changed[1]!), with: changeIn(changed[2]!), line }]
  const added = match(`^add\\s+(?:column\\s+)?(?:if\\s+not\\s+exists\\s+)?(.*)$`)
  const fresh = added && !constraint.test(added[1]!.trim()) ? readColumn(added[1]!.trim(), line) : null
  return fresh ? [{ do: 'add', table, columns: [fresh], line }] : []
}

function changeIn(text: string): Partial<NewColumn> {
  if (/^set\s+not\s+null/i.test(text)) return { nullable: false }
  if (/^drop\s+not\s+null/i.test(text)) return { nullable: true }
  const type = /^(?:set\s+data\s+)?type\s+(.+?)(?:\s+using\b.*)?$/is.exec(text)?.[1]
  return type ? { type: type.trim().toLowerCase() } : {}
}

function plain(text: string): string {
  return text.trim().replace(/^["`[]|["`\]]$/g, '')
}

const lineBreaks = (text: string) => text.split('\n').length - 1

/** Where the bracket that opened before `from` closes. */
function closing(text: string, from: number): number {
  let depth = 1
  for (let at = from; at < text.length; at++) {
    if (text[at] === '(') depth += 1
    else if (text[at] === ')' && --depth === 0) return at
  }
  return text.length
}

function splitTopLevel(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth += 1
    else if (text[at] === ')') depth -= 1
    else if (text[at] === ',' && depth === 0) {
      parts.push(text.slice(start, at))
      start = at + 1
    }
  }
  parts.push(text.slice(start))
  return parts
}

/** Statements without comments; quoted text and bodies between dollar signs may hold semicolons. */
function splitStatements(sql: string): { text: string; lines: number }[] {
  const tokens = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|(\$\w*\$)[\s\S]*?\1|;/g
  const found: { text: string; lines: number }[] = []
  let text = ''
  let last = 0
  const end = (at: number) => {
    const trimmed = text.trim()
    const before = sql.slice(0, at - text.trimStart().length)
    if (trimmed !== '') found.push({ text: trimmed, lines: lineBreaks(before) })
    text = ''
  }
  for (const match of sql.matchAll(tokens)) {
    text += sql.slice(last, match.index)
    last = match.index + match[0].length
    if (match[0] === ';') end(match.index)
    else if (match[0].startsWith('--') || match[0].startsWith('/*')) text += match[0].replace(/[^\n]/g, ' ')
    else text += match[0].replace(/[(),;]/g, ' ')
  }
  text += sql.slice(last)
  end(sql.length)
  return found
}

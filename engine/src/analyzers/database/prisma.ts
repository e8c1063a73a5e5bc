import type { Argument, FileFacts } from '../facts/facts.ts'
import { FileReader } from '../facts/file_reader.ts'

const block = /^(model|view|enum)\s+(\w+)\s*\{/
const field = /^(\w+)\s+(\w+)(\[\])?(\?)?\s*(.*)$/

/** The facts of a Prisma schema: its models with what each of their lines says, and its enums. */
export function readPrismaFile(_name: string, text: string): FileFacts {
  const reader = new FileReader(text)
  let start = 0
  let open: { kind: string; name: string; start: number; lines: string[] } | null = null
  for (const line of text.split('\n')) {
    const plain = line.replace(/\/\/.*$/, '').trim()
    const opened = block.exec(plain)
    if (opened) open = { kind: opened[1]!, name: opened[2]!, start, lines: [] }
    else if (open) open.lines.push(plain)
    if (open && plain === '}') {
      const end = start + line.length
      const { kind, name } = open
      const shared = { name, start: open.start, end, signature: `${kind} ${name}`, exported: true }
      if (kind === 'enum') reader.add({ ...shared, kind: 'enum' })
      else reader.add({ ...shared, kind: 'class', role: 'model', literal: literalOf(open.lines) })
      open = null
    }
    start += line.length + 1
  }
  return reader.done()
}

/** `fields` in their order, with how many lines below the model's own each stands; `table` where it is named. */
function literalOf(lines: readonly string[]): Argument {
  const fields: Argument[] = []
  let table: string | null = null
  for (const [below, line] of lines.entries()) {
    const mapped = /^@@map\(\s*(?:name:\s*)?"([^"]+)"/.exec(line)
    if (mapped) table = mapped[1]!
    const match = line.startsWith('@@') ? null : field.exec(line)
    if (!match) continue
    const [, name, type, list, optional, rest] = match
    fields.push({
      object: [
        ['name', { text: name! }],
        ['type', { text: type! }],
        ['list', { text: String(list !== undefined) }],
        ['optional', { text: String(optional !== undefined) }],
        ['rest', { text: rest! }],
        ['below', { text: String(below + 1) }],
      ],
    })
  }
  return {
    object: [
      ...(table === null ? [] : [['table', { text: table }] as [string, Argument]]),
      ['fields', { list: fields }],
    ],
  }
}

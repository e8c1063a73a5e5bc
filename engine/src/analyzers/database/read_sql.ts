import type { FileFacts } from '../facts/facts.ts'
import { FileReader } from '../facts/file_reader.ts'

const longest = 400_000

/** The facts of an SQL file: its text as one statement, when it changes tables. */
export function readSqlFile(_name: string, text: string): FileFacts {
  const reader = new FileReader(text)
  if (/\b(create|alter|drop)\s+table\b/i.test(text)) {
    const steps = [{ name: 'raw', arguments: [{ text: text.slice(0, longest) }] }]
    reader.chain({ root: 'sql', steps, start: 0, end: text.length }, { start: { known: null }, steps: [] })
  }
  return reader.done()
}

import { Engine } from 'php-parser'
import { type FileFacts, noFacts } from '../facts/facts.ts'
import { FileReader } from '../facts/file_reader.ts'
import { isNode } from './syntax.ts'
import { Walker } from './walker.ts'

const engine = new Engine({
  parser: { extractDoc: true, suppressErrors: false, version: '8.4' },
  ast: { withPositions: true },
})

/** The facts of a PHP file. */
export function readPhp(_name: string, text: string): FileFacts {
  const reader = new FileReader(text)
  const walker = new Walker(reader)
  try {
    const program: unknown = engine.parseCode(text, '')
    if (isNode(program)) walker.visit(program)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return noFacts(reader.lines.count, `could not be parsed: ${error.message.slice(0, 200)}`)
  }
  return reader.done()
}

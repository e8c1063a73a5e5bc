import { type ParserOptions, parseSync, rawTransferSupported } from 'oxc-parser'
import { type FileFacts, noFacts } from '../facts/facts.ts'
import { FileReader } from '../facts/file_reader.ts'
import { Chains, speaksToFrameworks } from './chains.ts'
import { Declarations } from './declarations.ts'
import { Docs } from './docs.ts'
import { readModule } from './modules.ts'
import { Values } from './values.ts'
import { Walker } from './walker.ts'

// Not in the package's published options; without it the syntax tree crosses over as JSON text.
const options: ParserOptions & { experimentalRawTransfer: boolean } = {
  experimentalRawTransfer: rawTransferSupported(),
}

/**
 * The facts of a TypeScript or JavaScript file.
 * @param name decides the dialect by its extension
 * @param also runs at the end, while names at the top level can still be referred to
 */
export function readTypeScript(name: string, text: string, also?: (reader: FileReader) => void): FileFacts {
  const reader = new FileReader(text)
  const { program, errors, comments } = parseSync(name, text, options)
  const fatal = errors.find(({ severity }) => severity === 'Error')
  if (fatal) {
    const line = reader.lines.at(fatal.labels[0]?.start ?? 0)
    return noFacts(reader.lines.count, `line ${line} could not be parsed: ${fatal.message}`)
  }
  const values = new Values(reader)
  const chains = new Chains(reader, values)
  const walker = new Walker(reader, values, speaksToFrameworks(text) ? chains : null)
  const isDeclarationFile = /\.d\.[cm]?ts$/.test(name)
  readModule(new Declarations({ walker, docs: new Docs(text, comments), chains, isDeclarationFile }), program)
  for (const entity of walker.rendering) {
    const { name: called, kind } = reader.facts.entities[entity]!
    if (kind !== 'test' && /^([A-Z]|default$)/.test(called)) reader.roleOf(entity, 'component')
  }
  also?.(reader)
  return reader.done()
}

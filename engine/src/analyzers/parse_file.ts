import { type ParserOptions, parseSync, rawTransferSupported } from 'oxc-parser'
import type { GraphFile, GraphImport } from '../../contract/analysis.ts'
import type { Snapshot } from '../snapshots/snapshot.ts'
import { importsOf, type RawImport } from './imports.ts'
import { isCode, isParsed, languageOf } from './languages.ts'
import { Lines } from './lines.ts'
import type { Resolve } from './resolver.ts'
import { setAsideByPath, setAsideByText } from './set_aside.ts'
import { symbolsOf } from './symbols.ts'
import { isTestFile } from './test_files.ts'

// Not in the package's published options; without it the syntax tree crosses over as JSON text.
const options: ParserOptions & { experimentalRawTransfer: boolean } = {
  experimentalRawTransfer: rawTransferSupported(),
}

/** One file of the code graph; `skipped` says why symbols are missing when they are. */
export function parseFile(snapshot: Snapshot, path: string, resolve: Resolve): GraphFile {
  const language = languageOf(path)
  const empty = {
    path,
    language,
    lines: 0,
    isTest: isTestFile(path),
    symbols: [],
    imports: [],
    skipped: null,
  }
  const byPath = setAsideByPath(path, snapshot.size(path) ?? 0)
  if (byPath) return { ...empty, skipped: byPath }
  const text = snapshot.read(path)
  if (text === undefined) return { ...empty, skipped: 'binary file' }
  const lines = new Lines(text)
  const listed = { ...empty, lines: lines.count }
  if (!isParsed(language)) {
    return { ...listed, skipped: isCode(language) ? `symbols of ${language} are not read yet` : null }
  }
  const byText = setAsideByText(text)
  if (byText) return { ...listed, skipped: byText }
  return { ...listed, ...parsedOrNot(path, text, lines, resolve) }
}

/** Walking a tree that is nested too deeply ends in a RangeError, which says nothing against the engine. */
function parsedOrNot(path: string, text: string, lines: Lines, resolve: Resolve) {
  try {
    return parsed(path, text, lines, resolve)
  } catch (error) {
    if (error instanceof RangeError) return { skipped: 'the parser broke on this file' }
    throw error
  }
}

function parsed(path: string, text: string, lines: Lines, resolve: Resolve) {
  const { program, module, errors } = parseSync(path, text, options)
  const fatal = errors.find(({ severity }) => severity === 'Error')
  if (fatal) {
    const line = lines.at(fatal.labels[0]?.start ?? 0)
    return { skipped: `line ${line} could not be parsed: ${fatal.message}` }
  }
  const edge = ({ specifier, line }: RawImport): GraphImport => ({
    specifier,
    ...resolve(path, specifier),
    line,
  })
  return {
    symbols: symbolsOf(program, module, lines),
    imports: importsOf(program, module, text, lines).map(edge),
  }
}

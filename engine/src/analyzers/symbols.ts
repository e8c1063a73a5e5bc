import type { EcmaScriptModule, Program, Statement } from 'oxc-parser'
import type { GraphSymbol } from '../../contract/analysis.ts'
import { declarationsOf } from './declarations.ts'
import { exportedNames } from './exported_names.ts'
import type { Lines } from './lines.ts'

/**
 * The named things that a module declares at its top level, with the methods of its classes, by
 * line and then name. A method is exported when its class is and it is not private.
 */
export function symbolsOf(program: Program, module: EcmaScriptModule, lines: Lines): GraphSymbol[] {
  const exported = exportedNames(program, module)
  const symbols: GraphSymbol[] = []
  for (const statement of program.body) {
    for (const { name, kind, span, owner, exported: decided } of declarationsOf(statement as Statement)) {
      symbols.push({
        name,
        kind,
        line: lines.at(span.start),
        endLine: lines.at(span.end - 1),
        exported: decided ?? exported.has(owner ?? name),
      })
    }
  }
  return symbols.sort((a, b) => a.line - b.line || (a.name < b.name ? -1 : 1))
}

import { type EcmaScriptModule, type Program, Visitor } from 'oxc-parser'
import type { Lines } from './lines.ts'

export interface RawImport {
  specifier: string
  line: number
}

/**
 * Everything a module asks for by a literal name: `import`, `export … from`, `import()`,
 * `require()` and TypeScript's `import x = require()`. Sorted by line, then specifier, once each.
 */
export function importsOf(
  program: Program,
  module: EcmaScriptModule,
  text: string,
  lines: Lines
): RawImport[] {
  const found: RawImport[] = []
  const add = (specifier: string, offset: number) => found.push({ specifier, line: lines.at(offset) })
  for (const { moduleRequest } of module.staticImports) add(moduleRequest.value, moduleRequest.start)
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest } of entries) if (moduleRequest) add(moduleRequest.value, moduleRequest.start)
  }
  if (/\b(require|import)\b/.test(text)) visitCalls(program, add)
  return unique(found.sort((a, b) => a.line - b.line || (a.specifier < b.specifier ? -1 : 1)))
}

function visitCalls(program: Program, add: (specifier: string, offset: number) => void): void {
  new Visitor({
    CallExpression({ callee, arguments: [first], start }) {
      if (callee.type !== 'Identifier' || callee.name !== 'require') return
      if (first?.type === 'Literal' && typeof first.value === 'string') add(first.value, start)
    },
    ImportExpression({ source, start }) {
      if (source.type === 'Literal' && typeof source.value === 'string') add(source.value, start)
    },
    TSExternalModuleReference({ expression, start }) {
      add(expression.value, start)
    },
  }).visit(program)
}

function unique(imports: RawImport[]): RawImport[] {
  const seen = new Set<string>()
  return imports.filter(({ specifier, line }) => {
    const key = `${line}\0${specifier}`
    return !seen.has(key) && seen.add(key)
  })
}

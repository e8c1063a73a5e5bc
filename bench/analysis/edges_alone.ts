/** File edges alone, in a process that a benchmark can time: `folder files.json`. */
import { readFileSync } from 'node:fs'
import { type ParseResult, type ParserOptions, parseSync, rawTransferSupported, Visitor } from 'oxc-parser'
import { createResolver } from '../../engine/src/analyzers/resolve/javascript.ts'
import { Workspaces } from '../../engine/src/analyzers/resolve/workspaces.ts'
import { diskSnapshot } from '../../engine/src/snapshots/disk_snapshot.ts'

const [folder, list] = process.argv.slice(2)
const snapshot = diskSnapshot('bench', folder!, JSON.parse(readFileSync(list!, 'utf8')))
const resolve = createResolver(snapshot, folder!, new Workspaces(snapshot))
// Not in the package's published options: nothing is made of the syntax tree that is not asked for.
const options: ParserOptions & { experimentalLazy: boolean } = { experimentalLazy: rawTransferSupported() }
const called = /\b(?:require|import)\s*\(/
type LazyResult = ParseResult & { dispose?: () => void }
let edges = 0

for (const path of snapshot.paths) {
  if (!/\.[cm]?[jt]sx?$/.test(path) || snapshot.size(path)! > 2 ** 20) continue
  const text = snapshot.read(path) ?? ''
  const found = called.test(text) ? specifiersInTree(path, text) : specifiersInHead(path, text)
  for (const specifier of new Set(found)) if (typeof resolve(path, specifier) === 'string') edges += 1
}
process.stdout.write(String(edges))

/** Import and export statements, which the parser lists without a tree. */
function specifiersInHead(path: string, text: string): string[] {
  const parsed = parseSync(path, text, options) as LazyResult
  const found = specifiersOf(parsed.module)
  parsed.dispose?.()
  return found
}

/** Calls of `require` and `import` need the tree; most files have none. */
function specifiersInTree(path: string, text: string): string[] {
  const whole: ParserOptions & { experimentalRawTransfer: boolean } = {
    experimentalRawTransfer: rawTransferSupported(),
  }
  const parsed = parseSync(path, text, whole)
  const found = specifiersOf(parsed.module)
  const add = (node: { type: string; value?: unknown } | undefined) => {
    if (node?.type === 'Literal' && typeof node.value === 'string') found.push(node.value)
  }
  new Visitor({
    ImportExpression: ({ source }) => add(source),
    CallExpression({ callee, arguments: [first] }) {
      if (callee.type === 'Identifier' && callee.name === 'require') add(first)
    },
  }).visit(parsed.program)
  return found
}

function specifiersOf({ staticImports, staticExports }: ParseResult['module']): string[] {
  const found = staticImports.map(({ moduleRequest }) => moduleRequest.value)
  for (const { entries } of staticExports) {
    for (const { moduleRequest } of entries) if (moduleRequest) found.push(moduleRequest.value)
  }
  return found
}

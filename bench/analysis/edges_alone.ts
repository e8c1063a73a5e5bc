/** File edges alone, in a process that a benchmark can time: `folder files.json`. */
import { readFileSync } from 'node:fs'
import { type ParserOptions, parseSync, rawTransferSupported, Visitor } from 'oxc-parser'
import { createResolver } from '../../engine/src/analyzers/resolve/javascript.ts'
import { Workspaces } from '../../engine/src/analyzers/resolve/workspaces.ts'
import { diskSnapshot } from '../../engine/src/snapshots/disk_snapshot.ts'

const [folder, list] = process.argv.slice(2)
const snapshot = diskSnapshot('bench', folder!, JSON.parse(readFileSync(list!, 'utf8')))
const resolve = createResolver(snapshot, folder!, new Workspaces(snapshot))
// Not in the package's published options.
const options: ParserOptions & { experimentalRawTransfer: boolean } = {
  experimentalRawTransfer: rawTransferSupported(),
}
let edges = 0

for (const path of snapshot.paths) {
  if (!/\.[cm]?[jt]sx?$/.test(path) || snapshot.size(path)! > 2 ** 20) continue
  const text = snapshot.read(path) ?? ''
  const parsed = parseSync(path, text, options)
  const found = parsed.module.staticImports.map(({ moduleRequest }) => moduleRequest.value)
  for (const { entries } of parsed.module.staticExports) {
    for (const { moduleRequest } of entries) if (moduleRequest) found.push(moduleRequest.value)
  }
  // Only these need the tree; most files have none of them.
  if (/\b(?:require|import)\s*\(/.test(text)) {
    const add = (node: { type: string; value?: unknown } | undefined) => {
      if (node?.type === 'Literal' && typeof node.value === 'string') found.push(node.value)
    }
    new Visitor({
      ImportExpression: ({ source }) => add(source),
      CallExpression({ callee, arguments: [first] }) {
        if (callee.type === 'Identifier' && callee.name === 'require') add(first)
      },
    }).visit(parsed.program)
  }
  for (const specifier of new Set(found)) if (typeof resolve(path, specifier) === 'string') edges += 1
}
process.stdout.write(String(edges))

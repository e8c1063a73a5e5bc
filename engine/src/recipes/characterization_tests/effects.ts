import { isBuiltin } from 'node:module'
import { behind } from '../modules/find_export.ts'
import type { Repository } from '../modules/repository.ts'
import type { SourceModule } from '../modules/source_module.ts'
import { walk } from '../syntax/children.ts'
import type { Node } from '../syntax/parse.ts'
import type { Occurrence } from '../syntax/scope.ts'
import type { Callable } from './callables.ts'

/** Node's own modules that only compute. */
const harmless =
  /^(?:node:)?(path|url|util|querystring|assert|buffer|string_decoder|punycode|events|crypto|zlib|timers|stream|async_hooks|perf_hooks)(\/|$)/
const outwardPackages =
  /^(axios|got|node-fetch|undici|superagent|request|ky|pg|mysql2?|mongodb|mongoose|redis|ioredis|knex|sequelize|typeorm|nodemailer|execa|shelljs|cross-spawn|fs-extra|graceful-fs|rimraf|ws|socket\.io.*|puppeteer.*|playwright.*|@prisma\/client|@aws-sdk\/.+|@google-cloud\/.+|@adonisjs\/.+)$/
const outwardGlobals = new Set([
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'document',
  'window',
  'navigator',
  'location',
  'alert',
  'prompt',
  'confirm',
  'Worker',
  'Deno',
  'Bun',
])
const outwardProcess = new Set([
  'exit',
  'kill',
  'abort',
  'chdir',
  'stdout',
  'stderr',
  'stdin',
  'on',
  'once',
  'send',
  'setuid',
  'umask',
  'reallyExit',
])

/** Finds what reaches outside: files, network, processes, the browser. */
export class Effects {
  readonly #repository: Repository
  readonly #references = new WeakMap<SourceModule, Occurrence[]>()

  constructor(repository: Repository) {
    this.#repository = repository
  }

  /** Why a callable is not pure computation, or null. Follows what it calls inside the repository. */
  reason({ module, node, owner }: Callable): string | null {
    return this.#within(module, owner ?? node, new Set())
  }

  #within(module: SourceModule, node: Node, seen: Set<Node>): string | null {
    if (seen.has(node) || seen.size > 60) return null
    seen.add(node)
    for (const reference of this.#referencesIn(module, node)) {
      const reason = this.#ofReference(module, reference, seen)
      if (reason) return reason
    }
    return loadsOutward(node)
  }

  #ofReference(module: SourceModule, reference: Occurrence, seen: Set<Node>): string | null {
    const binding = module.scopes.root.names.get(reference.name)
    if (!binding?.references.includes(reference)) return globalReason(module, reference)
    const entry = module.imports.find((item) => item.binding === binding)
    if (entry && !entry.typeOnly) {
      const outward = outwardSpecifier(entry.specifier)
      if (outward) return outward
    }
    const required = requiredSpecifier(binding.declarations[0]?.parent)
    if (required) return outwardSpecifier(required)
    const origin = behind(this.#repository, module, binding)
    for (const { parent } of origin?.binding.declarations ?? []) {
      const reason = origin && this.#within(origin.module, parent, seen)
      if (reason) return reason
    }
    return null
  }

  #referencesIn(module: SourceModule, { start, end }: Node): Occurrence[] {
    let all = this.#references.get(module)
    if (!all) {
      const { bindings, globals, root } = module.scopes
      const top = new Set(root.names.values())
      all = [
        ...bindings.filter((binding) => top.has(binding)).flatMap(({ references }) => references),
        ...globals,
      ]
      this.#references.set(module, all)
    }
    return all.filter((place) => place.start >= start && place.start < end && place.space === 'value')
  }
}

function outwardSpecifier(specifier: string): string | null {
  if (isBuiltin(specifier)) return harmless.test(specifier) ? null : `it uses ${specifier}`
  return outwardPackages.test(specifier) ? `it uses the package ${specifier}` : null
}

function requiredSpecifier(node: Node | undefined): string | null {
  const call = node?.type === 'VariableDeclarator' ? node.init : null
  const inner = call?.type === 'MemberExpression' ? call.object : call
  if (
    inner?.type !== 'CallExpression' ||
    inner.callee.type !== 'Identifier' ||
    inner.callee.name !== 'require'
  )
    return null
  const [first] = inner.arguments
  return first?.type === 'Literal' ? String(first.value) : null
}

function globalReason({ parents }: SourceModule, { name, node }: Occurrence): string | null {
  if (outwardGlobals.has(name))
    return parents.get(node)?.type === 'UnaryExpression' ? null : `it uses ${name}`
  const parent = parents.get(node)
  if (name !== 'process' || parent?.type !== 'MemberExpression' || parent.property.type !== 'Identifier')
    return null
  return outwardProcess.has(parent.property.name) ? `it uses process.${parent.property.name}` : null
}

function loadsOutward(node: Node): string | null {
  let reason: string | null = null
  walk(node, (child) => {
    const source = child.type === 'ImportExpression' ? child.source : null
    if (source?.type === 'Literal') reason ??= outwardSpecifier(String(source.value))
    return reason === null
  })
  return reason
}

import { walk } from '../syntax/children.ts'
import type { Node } from '../syntax/parse.ts'
import type { AppSite } from './app_sites.ts'

/** How a test gets at the application. */
export type Reach =
  | { kind: 'export'; name: string }
  | { kind: 'factory'; name: string; isAsync: boolean }
  /** Loading the file starts the server, on the port this variable of the environment names. */
  | { kind: 'process'; variable: string }
  | { kind: 'none'; reason: string }

/** Importing is best; a file that listens as it loads has to be started as a process of its own. */
export function reachOf(site: AppSite): Reach {
  const { module, app, factory } = site
  if (factory) {
    const made = factoryReach(site, factory)
    if (made.kind !== 'none') return listensOnLoad(site) ? processReach(site) : made
    return made
  }
  if (listensOnLoad(site)) return processReach(site)
  const entry = module.exports.find((item) => 'binding' in item && item.binding === app)
  if (entry && 'name' in entry) return { kind: 'export', name: entry.name }
  return {
    kind: 'none',
    reason: `${module.path} does not export ${app.name}, so no test can reach it without starting the server`,
  }
}

function factoryReach({ module, app }: AppSite, factory: Node): Reach {
  const owner = module.exports.find((entry) => {
    if (!('binding' in entry)) return false
    const node = entry.binding?.declarations[0]?.parent
    return (
      entry.node === factory ||
      node === factory ||
      (node?.type === 'VariableDeclarator' && node.init === factory)
    )
  })
  if (!owner || !('name' in owner) || !('params' in factory)) {
    return {
      kind: 'none',
      reason: `${app.name} is made inside a function that ${module.path} does not export`,
    }
  }
  const required = factory.params.filter(
    (param) =>
      param.type !== 'AssignmentPattern' &&
      param.type !== 'RestElement' &&
      !('optional' in param && param.optional)
  )
  if (required.length > 0)
    return {
      kind: 'none',
      reason: `the function that makes ${app.name} needs arguments this recipe cannot know`,
    }
  return { kind: 'factory', name: owner.name, isAsync: 'async' in factory && Boolean(factory.async) }
}

/** Whether importing the file starts a server: `listen` or `serve` at its top level, without a guard. */
function listensOnLoad({ module }: AppSite): boolean {
  return module.program.body.some((statement) => {
    const guarded =
      statement.type === 'IfStatement' &&
      /require\.main|import\.meta|process\.argv/.test(module.text.slice(statement.start, statement.test.end))
    return !guarded && listenCall(statement) !== null
  })
}

function listenCall(root: Node): Extract<Node, { type: 'CallExpression' }> | null {
  let found: Extract<Node, { type: 'CallExpression' }> | null = null
  walk(root, (node) => {
    if (
      found ||
      /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|ClassDeclaration)$/.test(node.type)
    )
      return false
    if (node.type !== 'CallExpression') return
    const { callee } = node
    const name =
      callee.type === 'Identifier'
        ? callee.name
        : callee.type === 'MemberExpression' && callee.property.type === 'Identifier'
          ? callee.property.name
          : ''
    if (name === 'listen' || (name === 'serve' && callee.type === 'Identifier')) found = node
  })
  return found
}

function processReach({ module }: AppSite): Reach {
  for (const statement of module.program.body) {
    const call = listenCall(statement)
    const variable = call && portVariable(module.text.slice(call.start, call.end), module.text)
    if (variable) return { kind: 'process', variable }
  }
  return {
    kind: 'none',
    reason: `${module.path} listens on a fixed port as soon as it is loaded, which a test cannot share with others`,
  }
}

/** The environment variable behind the port, directly or through a constant. */
function portVariable(call: string, text: string): string | null {
  const direct = /process\.env\.(\w*PORT\w*)/.exec(call)?.[1]
  if (direct) return direct
  for (const [name] of call.matchAll(/\b[A-Za-z_$][\w$]*port\b|\bport\b/gi)) {
    const declared = new RegExp(
      `\\b(?:const|let|var)\\s+${name.replace(/[$]/g, '\\$&')}\\b[^=\\n]*=[^\\n]*process\\.env\\.(\\w+)`
    ).exec(text)?.[1]
    if (declared) return declared
  }
  return null
}

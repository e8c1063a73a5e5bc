import MagicString from 'magic-string'
import { type CodeStyle, codeStyleOf, quoted } from '../project/code_style.ts'
import type { Node } from '../syntax/parse.ts'
import { statementRange } from '../syntax/statement_range.ts'
import { type AppSite, callsOn } from './app_sites.ts'

/** The file with the route in it, before the first route that could swallow its requests. */
export function withRoute(site: AppSite, path: string): string {
  const { module, statement } = site
  const style = codeStyleOf([module.text])
  const calls = callsOn(site)
  const first = calls.find(({ name, args }) => isRoute(name, args))
  const indent = /[ \t]*$/.exec(module.text.slice(0, statement.start))?.[0] ?? ''
  const code = routeLines(site, path, style)
    .map((line) => (line === '' ? '' : indent + line))
    .join('\n')
  const text = new MagicString(module.text)
  const router = site.framework === 'koa' ? koaRouter(site) : null
  if (router) {
    text.appendLeft(
      router.end,
      `\n\n${koaRoute(router.name, path, style)
        .map((line) => indent + line)
        .join('\n')}`
    )
  } else if (first) {
    const { start } = statementRange(module.text, module.comments, first.statement)
    text.appendLeft(start, `${code}\n\n`)
  } else {
    const last: Node =
      calls.filter(({ name }) => name === 'use' || name === 'register').at(-1)?.statement ?? statement
    text.appendLeft(last.end, `\n\n${code}`)
  }
  return text.toString()
}

/** A router of the same file that is made without options, so without a prefix. */
function koaRouter({ module, statements }: AppSite): { name: string; end: number } | null {
  for (const statement of statements) {
    const declarator = statement.type === 'VariableDeclaration' ? statement.declarations[0] : null
    const made = declarator?.init
    if (
      declarator?.id.type !== 'Identifier' ||
      made?.type !== 'NewExpression' ||
      made.callee.type !== 'Identifier' ||
      made.arguments.length > 0
    )
      continue
    const name = made.callee.name
    const isRouter = new RegExp(
      `\\b${name.replace(/[$]/g, '\\$&')}\\b[^\\n]*['"](@koa/router|koa-router)['"]`
    ).test(module.text)
    if (isRouter) return { name: declarator.id.name, end: statement.end }
  }
  return null
}

function koaRoute(router: string, path: string, style: CodeStyle): string[] {
  const end = style.semicolons ? ';' : ''
  return [
    `${router}.get(${quoted(path, style)}, (ctx) => {`,
    `${style.indent}ctx.body = { status: ${quoted('ok', style)} }${end}`,
    `})${end}`,
  ]
}

/** Whether a call registers something that answers requests, rather than a middleware for all of them. */
function isRoute(name: string, [first]: readonly Node[]): boolean {
  if (/^(get|post|put|patch|delete|all|route|options|head|notFound|\(passed\))$/.test(name)) return true
  if (name !== 'use') return false
  if (first?.type === 'Literal' || first?.type === 'Identifier')
    return first.type === 'Literal' || /rout|api/i.test(first.name)
  // A catch-all or an error handler given in place, and a router's middleware: `app.use(router.routes())`.
  if (first?.type === 'ArrowFunctionExpression' || first?.type === 'FunctionExpression') return true
  return (
    first?.type === 'CallExpression' &&
    first.callee.type === 'MemberExpression' &&
    first.callee.property.type === 'Identifier' &&
    first.callee.property.name === 'routes'
  )
}

function routeLines({ framework, app }: AppSite, path: string, style: CodeStyle): string[] {
  const end = style.semicolons ? ';' : ''
  const [url, status, ok] = [quoted(path, style), 'status', quoted('ok', style)]
  const step = style.indent
  switch (framework) {
    case 'express':
      return [
        `${app.name}.get(${url}, (_req, res) => {`,
        `${step}res.json({ ${status}: ${ok} })${end}`,
        `})${end}`,
      ]
    case 'fastify':
      return [`${app.name}.get(${url}, async () => ({ ${status}: ${ok} }))${end}`]
    case 'hono':
      return [`${app.name}.get(${url}, (c) => c.json({ ${status}: ${ok} }))${end}`]
    default:
      return [
        `${app.name}.use(async (ctx, next) => {`,
        `${step}if (ctx.method !== ${quoted('GET', style)} || ctx.path !== ${url}) return next()${end}`,
        `${step}ctx.body = { ${status}: ${ok} }${end}`,
        `})${end}`,
      ]
  }
}

import { quoted } from '../project/code_style.ts'
import type { TestStyle } from '../project/test_style.ts'
import { equals } from '../test_code/assertions.ts'
import type { ImportLine } from '../test_code/import_lines.ts'
import type { Line } from '../test_code/printer.ts'
import type { Framework } from './frameworks.ts'
import type { Reach } from './reach.ts'

export interface HealthTest {
  imports: ImportLine[]
  lines: Line[]
}

const named = (specifier: string, name: string, imported = name): ImportLine => ({
  specifier,
  names: [{ imported, local: name }],
})

/** The body of the test: ask the application, expect 200 and the status. */
export function healthTest(
  framework: Framework,
  reach: Exclude<Reach, { kind: 'none' }>,
  style: TestStyle,
  context: { path: string; source: string; appSpecifier: string; hasSupertest: boolean }
): HealthTest {
  if (reach.kind === 'process') return processTest(reach.variable, style, context)
  const imported = reach.name === 'default' ? (reach.kind === 'factory' ? 'createApp' : 'app') : reach.name
  const imports = [named(context.appSpecifier, imported, reach.name)]
  const setup = reach.kind === 'factory' ? [`const app = ${reach.isAsync ? 'await ' : ''}${imported}()`] : []
  const app = reach.kind === 'factory' ? 'app' : imported
  const url = quoted(context.path, style.code)
  switch (framework) {
    case 'fastify': {
      const ask = `const response = await ${app}.inject({ method: ${quoted('GET', style.code)}, url: ${url} })`
      const close = reach.kind === 'factory' ? [`await ${app}.close()`] : []
      return {
        imports,
        lines: [...setup, ask, ...close, ...expected('response.statusCode', 'response.json()', style)],
      }
    }
    case 'hono':
      return {
        imports,
        lines: [
          ...setup,
          `const response = await ${app}.request(${url})`,
          ...expected('response.status', 'await response.json()', style),
        ],
      }
    default:
      return context.hasSupertest
        ? supertest(framework, app, { imports, lines: setup }, url, style)
        : listening(app, { imports, lines: setup }, style, context.path)
  }
}

function expected(status: string, body: string, style: TestStyle): Line[] {
  return [
    equals(status, { t: 'number', v: 200 }, style),
    equals(body, { t: 'object', bare: false, entries: [['status', { t: 'string', v: 'ok' }]] }, style),
  ]
}

function supertest(
  framework: Framework,
  app: string,
  start: HealthTest,
  url: string,
  style: TestStyle
): HealthTest {
  const subject = framework === 'koa' ? `${app}.callback()` : app
  const ask = `const response = await request(${subject}).get(${url})`
  return {
    imports: [named('supertest', 'request', 'default'), ...start.imports],
    lines: [...start.lines, ask, ...expected('response.status', 'response.body', style)],
  }
}

/** On a port the system chooses, so that nothing else has to be free. */
function listening(app: string, start: HealthTest, style: TestStyle, path: string): HealthTest {
  const step = style.code.indent
  const address = style.typescript ? 'server.address() as AddressInfo' : 'server.address()'
  const body = [
    `await once(server, ${quoted('listening', style.code)})`,
    `const { port } = ${address}`,
    `const response = await fetch(\`http://127.0.0.1:\${port}${path}\`)`,
    ...expected('response.status', 'await response.json()', style),
  ]
  return {
    imports: [
      named('node:events', 'once'),
      ...(style.typescript ? [typeImport('node:net', 'AddressInfo')] : []),
      ...start.imports,
    ],
    lines: [
      ...start.lines,
      `const server = ${app}.listen(0)`,
      'try {',
      ...indented(body, step),
      '} finally {',
      `${step}server.close()`,
      '}',
    ],
  }
}

function typeImport(specifier: string, name: string): ImportLine {
  return { specifier, names: [{ imported: `type ${name}`, local: `type ${name}` }] }
}

function indented(lines: readonly Line[], step: string): Line[] {
  return lines.map((line) =>
    typeof line === 'string' ? step + line : { ...line, prefix: step + (line.prefix ?? '') }
  )
}

/** The file starts its server as it loads: run it as a process with a free port, and ask until it answers. */
function processTest(
  variable: string,
  style: TestStyle,
  { path, source }: { path: string; source: string }
): HealthTest {
  const step = style.code.indent
  const text = (value: string) => quoted(value, style.code)
  const port = style.typescript ? '(probe.address() as AddressInfo)' : 'probe.address()'
  const body = [
    'let response',
    'for (let attempt = 0; attempt < 100 && !response; attempt++) {',
    `${step}await setTimeout(100)`,
    `${step}response = await fetch(\`http://127.0.0.1:\${port}${path}\`).catch(() => undefined)`,
    '}',
    ...expected('response?.status', 'await response?.json()', style),
  ]
  return {
    imports: [
      named('node:child_process', 'spawn'),
      named('node:events', 'once'),
      {
        specifier: 'node:net',
        names: [
          ...(style.typescript ? [{ imported: 'type AddressInfo', local: 'type AddressInfo' }] : []),
          { imported: 'createServer', local: 'createServer' },
        ],
      },
      named('node:timers/promises', 'setTimeout'),
    ],
    lines: [
      'const probe = createServer().listen(0)',
      `await once(probe, ${text('listening')})`,
      `const { port } = ${port}`,
      'probe.close()',
      `const env = { ...process.env, ${variable}: String(port) }`,
      `const server = spawn(process.execPath, [...process.execArgv.filter((flag) => !flag.startsWith(${text('--test')})), ${text(source)}], { env, stdio: ${text('ignore')} })`,
      'try {',
      ...indented(body, step),
      '} finally {',
      `${step}server.kill()`,
      '}',
    ],
  }
}

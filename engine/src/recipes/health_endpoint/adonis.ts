import MagicString from 'magic-string'
import type { FileEdit } from '../../../contract/generation.ts'
import type { Repository } from '../modules/repository.ts'
import { codeStyleOf, quoted } from '../project/code_style.ts'
import { type Refused, refused } from '../refusals.ts'
import type { HealthChange } from './health_change.ts'

const routerModules = new Set(['@adonisjs/core/services/router', '@ioc:Adonis/Core/Route'])

/** The route in `start/routes`, with a functional test where the project has Japa's API client. */
export function adonisChange(repository: Repository, path: string): HealthChange | Refused {
  const file = ['start/routes.ts', 'start/routes.js'].find((candidate) => repository.snapshot.has(candidate))
  const module = file ? repository.module(file) : null
  const router = module?.imports.find(({ specifier }) => routerModules.has(specifier))
  if (!module || !router) {
    return refused(
      'unsupported',
      'This AdonisJS project has no start/routes file that imports the router.',
      'Add the route by hand, or add a model key in the settings.'
    )
  }
  const style = codeStyleOf([module.text])
  const end = style.semicolons ? ';' : ''
  const text = new MagicString(module.text)
  const imports = module.program.body.filter(({ type }) => type === 'ImportDeclaration')
  text.appendLeft(
    imports.at(-1)!.end,
    `\n\n${router.binding.name}.get(${quoted(path, style)}, async () => ({ status: ${quoted('ok', style)} }))${end}`
  )
  const edits: FileEdit[] = [{ kind: 'write', path: module.path, content: text.toString() }]
  const test = adonisTest(repository, path)
  return {
    kind: 'change',
    framework: 'AdonisJS',
    edits: test ? [...edits, test] : edits,
    untested: test
      ? null
      : 'tests/bootstrap does not set up an API client (@japa/api-client), which its test would need',
  }
}

function adonisTest(repository: Repository, path: string): FileEdit | null {
  const bootstrap =
    ['tests/bootstrap.ts', 'tests/bootstrap.js', 'test/bootstrap.ts'].flatMap(
      (file) => repository.read(file) ?? []
    )[0] ?? ''
  if (!/\bapiClient\s*\(/.test(bootstrap)) return null
  const examples = repository.paths.filter((file) => /^tests\/functional\/.+\.spec\.[jt]s$/.test(file))
  const style = codeStyleOf(
    examples.length > 0 ? examples.flatMap((file) => repository.read(file) ?? []) : [bootstrap]
  )
  const end = style.semicolons ? ';' : ''
  const step = style.indent
  const text = (value: string) => quoted(value, style)
  const extension = repository.snapshot.has('start/routes.ts') ? 'ts' : 'js'
  const content = [
    `import { test } from ${text('@japa/runner')}${end}`,
    '',
    `test.group(${text('Health')}, () => {`,
    `${step}test(${text(`GET ${path} answers 200 with status ok`)}, async ({ client }) => {`,
    `${step}${step}const response = await client.get(${text(path)})${end}`,
    `${step}${step}response.assertStatus(200)${end}`,
    `${step}${step}response.assertBody({ status: ${text('ok')} })${end}`,
    `${step}})${end}`,
    `})${end}`,
    '',
  ].join('\n')
  return { kind: 'write', path: `tests/functional/health.spec.${extension}`, content }
}

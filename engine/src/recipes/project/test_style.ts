import type { Repository } from '../modules/repository.ts'
import type { SourceModule } from '../modules/source_module.ts'
import { walk } from '../syntax/children.ts'
import { type CodeStyle, codeStyleOf } from './code_style.ts'
import { type JsRunner, runnerOfPackage } from './runners.ts'
import type { SpecifierEnding } from './specifiers.ts'

export type AssertionStyle =
  | 'node'
  | 'node-legacy'
  | 'expect'
  | 'chai-expect'
  | 'chai-assert'
  | 'japa'
  | 'ava'

/** How tests are written: which calls, which assertions, how both are imported. */
export interface TestStyle {
  runner: JsRunner
  esm: boolean
  typescript: boolean
  /** `describe`, `suite` or `test.group`; null when cases stand alone. */
  group: string | null
  /** `test` or `it`. */
  unit: string
  /** The runner's functions are globals and need no import. */
  globals: boolean
  /** The runner's `test` is its default export. */
  defaultImport: boolean
  assertion: AssertionStyle
  /** Where `assert` or `expect` comes from; null when it needs no import of its own. */
  assertionSource: string | null
  ending: SpecifierEnding
  /** CommonJS files of the project start with `'use strict'`. */
  usesStrict: boolean
  code: CodeStyle
}

const assertModules = new Set(['node:assert', 'node:assert/strict', 'assert', 'assert/strict'])

/** The style of a test file that is there, or null when it does not show one. */
export function styleOfTests(
  module: SourceModule,
  runner: JsRunner,
  ending: SpecifierEnding
): TestStyle | null {
  const calls = callsIn(module)
  const unit = (['test', 'it'] as const).find((name) => calls.has(name))
  if (!unit) return null
  const sources = new Set([...module.imports, ...module.loads].map(({ specifier }) => specifier))
  const runnerImports = module.imports.filter(({ specifier }) => runnerOfPackage(specifier) === runner)
  const required = module.loads.find(({ specifier }) => runnerOfPackage(specifier) === runner)
  const declarator = required && module.parents.get(required.node)
  return {
    runner,
    esm: module.imports.length > 0 || !module.loads.some(({ node }) => node.type === 'CallExpression'),
    typescript: /\.[cm]?tsx?$/.test(module.path),
    group: calls.has('test.group')
      ? 'test.group'
      : (['describe', 'suite'].find((name) => calls.has(name)) ?? null),
    unit,
    globals: runnerImports.length === 0 && !required,
    defaultImport:
      runnerImports.some(({ imported }) => imported === 'default') ||
      (declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier'),
    ...assertionOf(runner, sources, module),
    ending,
    usesStrict: /^\s*['"]use strict['"]/.test(module.text),
    code: codeStyleOf([module.text]),
  }
}

function callsIn({ program }: SourceModule): Set<string> {
  const calls = new Set<string>()
  walk(program, (node) => {
    if (node.type !== 'CallExpression') return
    if (node.callee.type === 'Identifier') calls.add(node.callee.name)
    if (
      node.callee.type === 'MemberExpression' &&
      node.callee.object.type === 'Identifier' &&
      node.callee.property.type === 'Identifier'
    ) {
      calls.add(`${node.callee.object.name}.${node.callee.property.name}`)
    }
  })
  return calls
}

function assertionOf(
  runner: JsRunner,
  sources: Set<string>,
  { text }: SourceModule
): Pick<TestStyle, 'assertion' | 'assertionSource'> {
  if (runner === 'japa') return { assertion: 'japa', assertionSource: null }
  if (runner === 'ava') return { assertion: 'ava', assertionSource: null }
  const node = [...sources].find((source) => assertModules.has(source))
  if (node) {
    const strict = node.endsWith('/strict') || /\bstrict as assert\b|\.strict\b/.test(text)
    return { assertion: strict ? 'node' : 'node-legacy', assertionSource: node }
  }
  if (sources.has('chai'))
    return { assertion: /\bexpect\s*\(/.test(text) ? 'chai-expect' : 'chai-assert', assertionSource: 'chai' }
  if (runner === 'vitest' || runner === 'jest') return { assertion: 'expect', assertionSource: null }
  return { assertion: 'node', assertionSource: 'node:assert/strict' }
}

/** What to write when no test is there to learn from. */
export function defaultStyle(
  runner: JsRunner,
  esm: boolean,
  typescript: boolean,
  ending: SpecifierEnding,
  code: CodeStyle
): TestStyle {
  const node = runner === 'node:test' || runner === 'mocha'
  return {
    runner,
    esm,
    typescript,
    group: runner === 'ava' ? null : runner === 'japa' ? 'test.group' : 'describe',
    unit: runner === 'japa' || runner === 'ava' ? 'test' : 'it',
    globals: runner === 'jest' || runner === 'mocha',
    defaultImport: runner === 'ava',
    assertion: node ? 'node' : runner === 'japa' ? 'japa' : runner === 'ava' ? 'ava' : 'expect',
    assertionSource: node ? 'node:assert/strict' : null,
    ending,
    usesStrict: false,
    code,
  }
}

/** Sources to read a code style from when there are no tests. */
export function sampleTexts(repository: Repository): string[] {
  return repository.paths.slice(0, 20).flatMap((path) => repository.read(path) ?? [])
}

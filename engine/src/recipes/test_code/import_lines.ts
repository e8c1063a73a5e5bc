import type { CodeStyle } from '../project/code_style.ts'
import { quoted } from '../project/code_style.ts'
import type { TestStyle } from '../project/test_style.ts'

export interface ImportedName {
  imported: string
  local: string
}

/** What a file takes from one module; `default` among the imported names is its default export. */
export interface ImportLine {
  specifier: string
  names: ImportedName[]
}

const runnerPackages = {
  'node:test': 'node:test',
  vitest: 'vitest',
  jest: '@jest/globals',
  mocha: 'mocha',
  japa: '@japa/runner',
  ava: 'ava',
}

/** What tests of a style need from the runner and the assertion library. */
export function frameworkImports(style: TestStyle): ImportLine[] {
  const lines: ImportLine[] = []
  const plain = (name: string) => ({ imported: name, local: name })
  if (style.assertionSource) {
    const name = style.assertion.endsWith('expect') ? 'expect' : 'assert'
    lines.push({
      specifier: style.assertionSource,
      names: [{ imported: style.assertionSource === 'chai' ? name : 'default', local: name }],
    })
  }
  if (style.globals) return lines
  const group = style.group && style.group !== 'test.group' ? [plain(style.group)] : []
  const expect = style.assertion === 'expect' && !style.assertionSource ? [plain('expect')] : []
  const unit = style.defaultImport ? { imported: 'default', local: style.unit } : plain(style.unit)
  lines.push({ specifier: runnerPackages[style.runner], names: [...group, ...expect, unit] })
  return lines
}

/** One `import` or `require` statement, without its semicolon. */
export function importCode({ specifier, names }: ImportLine, esm: boolean, style: CodeStyle): string {
  const source = quoted(specifier, style)
  const whole = names.find(({ imported }) => imported === 'default')
  const sorted = names.filter((name) => name !== whole).sort((a, b) => (a.imported < b.imported ? -1 : 1))
  const braces = `{ ${sorted.map(({ imported, local }) => (imported === local ? local : `${imported}${esm ? ' as ' : ': '}${local}`)).join(', ')} }`
  if (esm)
    return `import ${[...(whole ? [whole.local] : []), ...(sorted.length > 0 ? [braces] : [])].join(', ')} from ${source}`
  return whole ? `const ${whole.local} = require(${source})` : `const ${braces} = require(${source})`
}

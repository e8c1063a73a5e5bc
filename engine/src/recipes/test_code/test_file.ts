import { quoted } from '../project/code_style.ts'
import type { TestStyle } from '../project/test_style.ts'
import { caseParameters } from './assertions.ts'
import { type ImportLine, importCode } from './import_lines.ts'
import { block, type Line, printLines } from './printer.ts'

/** One test: a title and what it does. */
export interface TestCase {
  title: string
  isAsync: boolean
  lines: Line[]
}

/** Tests of one function. */
export interface TestGroup {
  label: string
  cases: TestCase[]
}

/** The title a runner reports a case under, without that of its group. */
export function caseTitle(group: TestGroup, testCase: TestCase, style: TestStyle): string {
  return style.group ? testCase.title : `${group.label} ${testCase.title}`
}

/** The tests as text, without imports. */
export function groupsCode(groups: readonly TestGroup[], style: TestStyle): string {
  return groups.map((group) => groupCode(group, style)).join('\n')
}

function groupCode(group: TestGroup, style: TestStyle): string {
  const depth = style.group ? 1 : 0
  const cases = group.cases.map((testCase) => {
    const head = `${style.unit}(${quoted(caseTitle(group, testCase, style), style.code)}`
    const body = printLines(testCase.lines, style.code, depth + 1)
    return `${block(head, caseParameters(style, testCase.isAsync), body, style.code, depth).join('\n')}\n`
  })
  if (!style.group) return cases.join('\n')
  const head = `${style.group}(${quoted(group.label, style.code)}`
  return `${block(head, '()', [cases.join('\n').replace(/\n$/, '')], style.code, 0).join('\n')}\n`
}

/** A new test file. */
export function newTestFile(
  imports: readonly ImportLine[],
  groups: readonly TestGroup[],
  style: TestStyle
): string {
  const end = style.code.semicolons ? ';' : ''
  const head = imports.map((line) => `${importCode(line, style.esm, style.code)}${end}\n`).join('')
  const strict = style.esm ? '' : useStrict(style)
  return `${strict}${head}\n${groupsCode(groups, style)}`
}

function useStrict(style: TestStyle): string {
  return style.usesStrict ? `${quoted('use strict', style.code)}${style.code.semicolons ? ';' : ''}\n\n` : ''
}

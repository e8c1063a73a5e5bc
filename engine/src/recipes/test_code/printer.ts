import type { CodeStyle } from '../project/code_style.ts'

/** A call that may be broken over lines, or a statement as it is. */
export type Line = string | { callee: string; args: string[]; prefix?: string }

/** Statements as text at a depth of indentation, with semicolons where the project has them. */
export function printLines(lines: readonly Line[], style: CodeStyle, depth: number): string[] {
  const indent = style.indent.repeat(depth)
  const end = style.semicolons ? ';' : ''
  return lines.flatMap((line) => {
    if (typeof line === 'string') return [`${indent}${line}${/[{}]$/.test(line) ? '' : end}`]
    const start = `${indent}${line.prefix ?? ''}${line.callee}(`
    const flat = `${start}${line.args.join(', ')})${end}`
    if (flat.length <= style.width || line.args.length < 2) return [flat]
    const deeper = indent + style.indent
    return [
      start,
      ...line.args.map((arg, at) => `${deeper}${arg}${at < line.args.length - 1 ? ',' : ''}`),
      `${indent})${end}`,
    ]
  })
}

/** `callee('title', () => { … })` around statements. */
export function block(
  head: string,
  parameters: string,
  body: readonly string[],
  style: CodeStyle,
  depth: number
): string[] {
  const indent = style.indent.repeat(depth)
  return [`${indent}${head}, ${parameters} => {`, ...body, `${indent}})${style.semicolons ? ';' : ''}`]
}

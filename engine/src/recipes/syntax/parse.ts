import {
  type ArrowFunctionExpression,
  type Class,
  type Comment,
  type Node,
  type ParserOptions,
  type Function as PlainFunction,
  type Program,
  parseSync,
  rawTransferSupported,
} from 'oxc-parser'

export type { Comment, Node, Program }
export type FunctionNode = PlainFunction | ArrowFunctionExpression
export type ClassNode = Class

export interface ParsedSource {
  program: Program
  comments: Comment[]
}

// Not in the package's published options; without it the syntax tree crosses over as JSON text.
const transfer: ParserOptions & { experimentalRawTransfer: boolean } = {
  experimentalRawTransfer: rawTransferSupported(),
  preserveParens: false,
}

const languages: [RegExp, ParserOptions['lang']][] = [
  [/\.d\.[cm]?ts$/, 'dts'],
  [/\.[cm]?ts$/, 'ts'],
  [/\.tsx$/, 'tsx'],
]

/** The syntax tree of a JavaScript or TypeScript file; null when it has syntax errors. */
export function parseSource(path: string, text: string): ParsedSource | null {
  const lang = languages.find(([pattern]) => pattern.test(path))?.[1] ?? 'jsx'
  const result = parseSync(path, text, { ...transfer, lang })
  if (result.errors.some(({ severity }) => severity === 'Error')) return null
  return { program: result.program, comments: result.comments }
}

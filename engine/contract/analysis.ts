import { z } from 'zod'
import { snapshotId } from './task.ts'

export const testRunner = z.enum([
  'node:test',
  'vitest',
  'jest',
  'mocha',
  'japa',
  'ava',
  'pytest',
  'unittest',
  'phpunit',
  'pest',
  'go',
  'cargo',
  'unknown',
])
export type TestRunner = z.infer<typeof testRunner>

/** A command line as one would type it, with where it was found. */
export const detectedCommand = z.object({
  command: z.string(),
  runner: testRunner,
  /** E.g. `package.json has a "test" script that calls node --test`. */
  reason: z.string(),
})
export type DetectedCommand = z.infer<typeof detectedCommand>

export const stack = z.object({
  languages: z.array(z.object({ name: z.string(), files: z.number().int(), bytes: z.number().int() })),
  frameworks: z.array(z.object({ name: z.string(), reason: z.string() })),
  packageManager: z
    .enum(['npm', 'pnpm', 'yarn', 'bun', 'composer', 'pip', 'poetry', 'uv', 'go', 'cargo'])
    .nullable(),
  test: detectedCommand.nullable(),
  install: z.object({ command: z.string(), reason: z.string() }).nullable(),
})
export type Stack = z.infer<typeof stack>

export const symbolKind = z.enum(['function', 'class', 'method', 'variable', 'type', 'enum'])

export const graphSymbol = z.object({
  name: z.string(),
  kind: symbolKind,
  line: z.number().int().positive(),
  endLine: z.number().int().positive(),
  exported: z.boolean(),
})
export type GraphSymbol = z.infer<typeof graphSymbol>

/** An import edge; `to` is null when it leaves the repository or could not be resolved. */
export const graphImport = z.object({
  specifier: z.string(),
  to: z.string().nullable(),
  resolution: z.enum(['resolved', 'external', 'unresolved']),
  line: z.number().int().positive(),
})
export type GraphImport = z.infer<typeof graphImport>

export const graphFile = z.object({
  path: z.string(),
  language: z.string(),
  lines: z.number().int().nonnegative(),
  isTest: z.boolean(),
  symbols: z.array(graphSymbol),
  imports: z.array(graphImport),
  /** Why the file has no symbols, when it could not be parsed or was set aside. */
  skipped: z.string().nullable(),
})
export type GraphFile = z.infer<typeof graphFile>

/** Same snapshot, same graph, byte for byte: files sorted by path, symbols and imports by line. */
export const codeGraph = z.object({
  version: z.literal(1),
  files: z.array(graphFile),
  totals: z.object({
    files: z.number().int(),
    symbols: z.number().int(),
    resolved: z.number().int(),
    external: z.number().int(),
    unresolved: z.number().int(),
  }),
})
export type CodeGraph = z.infer<typeof codeGraph>

export const analysis = z.object({ stack, graph: codeGraph })
export type Analysis = z.infer<typeof analysis>

export const analyzeRequest = z.object({ snapshot: snapshotId })
export type AnalyzeRequest = z.infer<typeof analyzeRequest>

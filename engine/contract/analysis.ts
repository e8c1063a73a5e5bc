import { z } from 'zod'
import { packedGraph } from './graph/schema.ts'
import { snapshotId } from './task.ts'

export type { CodeGraph, GraphFile, GraphImport, GraphSymbol } from './graph/code_graph.ts'

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

/** What a snapshot is made of. `openGraph` turns `graph` into rows that one can walk. */
export const analysis = z.object({ stack, graph: packedGraph })
export type Analysis = z.infer<typeof analysis>

export const analyzeRequest = z.object({ snapshot: snapshotId })
export type AnalyzeRequest = z.infer<typeof analyzeRequest>

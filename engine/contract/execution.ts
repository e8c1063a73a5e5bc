import { z } from 'zod'
import { fileEdit } from './file_edit.ts'

/**
 * A file written over the checkout before the command runs, never part of the patch.
 * `path` is relative to the repository root, with forward slashes.
 */
export const overlayFile = z.object({ path: z.string(), content: z.string() })
export type OverlayFile = z.infer<typeof overlayFile>

/**
 * Something the engine needs executed. The worker runs it in the sandbox on a copy of the
 * checkout (at the pinned commit, with `overlay` written over it) and answers with a result;
 * the engine itself never runs repository code.
 */
export const executionRequest = z.object({
  id: z.string(),
  /** One sentence for the person watching. */
  reason: z.string(),
  /** `tests`: the command runs tests, and what its runner reports is read and compared with the pinned commit. */
  kind: z.enum(['command', 'tests']).optional(),
  argv: z.array(z.string()).min(1),
  /** The change so far, applied to the checkout as the patch would be. */
  edits: z.array(fileEdit).optional(),
  overlay: z.array(overlayFile),
  env: z.record(z.string(), z.string()).default({}),
  /** When true the worker also collects V8 coverage and answers with covered lines per file. */
  coverage: z.boolean().default(false),
  timeoutMs: z.number().int().positive().max(600_000),
})
export type ExecutionRequest = z.infer<typeof executionRequest>

/** Lines that can execute and lines that did, 1-based, ascending, per repository path. */
export const fileCoverage = z.object({
  path: z.string(),
  executable: z.array(z.number().int().positive()),
  covered: z.array(z.number().int().positive()),
})
export type FileCoverage = z.infer<typeof fileCoverage>

/** What the tests said, beside what they say of the pinned commit alone. */
export const testOutcome = z.object({
  passed: z.number().int().nonnegative(),
  failed: z.number().int().nonnegative(),
  skipped: z.number().int().nonnegative(),
  failures: z
    .array(
      z.object({
        name: z.string(),
        message: z.string(),
        file: z.string().optional(),
        line: z.number().int().optional(),
        /** It failed before the change as well. */
        before: z.boolean(),
      })
    )
    .max(500),
})
export type TestOutcome = z.infer<typeof testOutcome>

export const executionResult = z.object({
  id: z.string(),
  exitCode: z.number().int().nullable(),
  /** Why the sandbox stopped it, e.g. "memory limit 1 GiB"; null when it ended by itself. */
  stoppedBy: z.string().nullable(),
  stdout: z.string(),
  stderr: z.string(),
  durationMs: z.number().int().nonnegative(),
  coverage: z.array(fileCoverage).nullable().default(null),
  /** Null for other commands, and where no report could be read. */
  tests: testOutcome.nullable().optional(),
})
export type ExecutionResult = z.infer<typeof executionResult>

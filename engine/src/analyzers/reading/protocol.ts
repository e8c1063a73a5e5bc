import { z } from 'zod'

/** What the reading process is told; it carries out one order after the other. */
export const readingOrder = z.object({
  id: z.string(),
  directory: z.string(),
  files: z.array(z.tuple([z.string(), z.number(), z.string()])),
  /** Facts of earlier readings, best last; a file may be missing. */
  known: z.array(z.string()),
  /** Where this reading's facts, its graph and the paths being read just now are written. */
  facts: z.string(),
  /** Facts as they come, so that a reading after a broken one need not start again. */
  plain: z.string(),
  graph: z.string(),
  marks: z.string(),
  threads: z.int().positive(),
  /** Paths that were being read when a reading before this one broke off: read last, one by one. */
  suspects: z.array(z.string()),
  /** Paths that certainly broke one: not read. */
  broken: z.array(z.string()),
})
export type ReadingOrder = z.infer<typeof readingOrder>

/** It says `progress`, then `done` when the graph is written, or this when its own code is at fault. */
export const failedReading = z.object({ failure: z.string() })

/** And this, with its resident memory in bytes, when the facts are kept too and it may be given another order. */
export const idleReading = z.object({ idle: z.number() })

/** Marks are written at fixed places, one per thread, so that a process that dies leaves the last ones. */
export const markBytes = 2048

import { posix } from 'node:path'
import { z } from 'zod'
import type { Snapshot } from '../snapshots/snapshot.ts'

const manifest = z.object({ name: z.string() })

/** The repository's own packages by name; `source` is the file that its name most likely means. */
export type Workspaces = Map<string, { folder: string; source: string | null }>

const entries = ['src/index.ts', 'src/index.tsx', 'src/index.js', 'index.ts', 'index.js', 'src/main.ts']

export function workspacesOf(snapshot: Snapshot): Workspaces {
  const found: Workspaces = new Map()
  for (const path of snapshot.paths) {
    if (posix.basename(path) !== 'package.json' || path.includes('node_modules/')) continue
    const parsed = manifest.safeParse(jsonOf(snapshot.read(path)))
    if (!parsed.success || found.has(parsed.data.name)) continue
    const folder = posix.dirname(path)
    const source = entries.map((entry) => posix.join(folder, entry)).find((entry) => snapshot.has(entry))
    found.set(parsed.data.name, { folder, source: source ?? null })
  }
  return found
}

/** Parsed JSON, or undefined for anything that is not JSON. */
export function jsonOf(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

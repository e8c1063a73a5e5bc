import { parseAgentopsYml } from '#projects/config/agentops_yml'
import type { Architecture } from '#projects/config/architecture'
import { readFileAt } from '#projects/git/read_file'

/** What a repository says of its own architecture at a commit. */
export interface ArchitectureRules {
  rules: Architecture | null
  /** Why the file could not be read, each with its line. */
  problems: { line: number; column: number; message: string }[]
}

export const RULES_FILE = '.agentops.yml'

/** A mistake in the file is shown with the map and keeps nobody from it. Throws `GitError`. */
export async function findArchitecture(mirrorDir: string, commit: string): Promise<ArchitectureRules> {
  const text = await readFileAt({ mirrorDir, commit, path: RULES_FILE })
  if (text === null) return { rules: null, problems: [] }
  const parsed = parseAgentopsYml(text)
  return parsed.ok
    ? { rules: parsed.config.architecture, problems: [] }
    : { rules: null, problems: parsed.errors }
}

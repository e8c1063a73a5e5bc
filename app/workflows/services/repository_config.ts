import { type AgentopsConfig, parseAgentopsYml } from '#projects/config/agentops_yml'
import { readFileAt } from '#projects/git/read_file'
import { StepFailure } from '#workflows/steps/step_context'

export type RepositoryConfig = AgentopsConfig

const FILE = '.agentops.yml'

/**
 * The repository's own settings at a commit; null when it has none.
 *
 * @throws StepFailure naming line and column of what is wrong
 */
export async function repositoryConfig(mirrorDir: string, commit: string): Promise<RepositoryConfig | null> {
  const text = await readFileAt({ mirrorDir, commit, path: FILE })
  if (text === null) return null
  const parsed = parseAgentopsYml(text)
  if (parsed.ok) return parsed.config
  const errors = parsed.errors.map(({ line, column, message }) => `${FILE}:${line}:${column} ${message}`)
  throw new StepFailure(`The repository's ${FILE} cannot be used. ${errors.join(' ')}`)
}

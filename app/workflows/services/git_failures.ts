import { GitError } from '#projects/git/errors'
import { type StepContext, StepFailure } from '#workflows/steps/step_context'

const refused =
  'The git server does not take the token of the connected account any more, or the account may not do this. Look at it under Settings, Connections: reconnect it there, or give the account the right to write.'

/** What git could not do for a reason outside us ends the workflow with a sentence; anything else stays unexpected. */
export function explainGitFailure(error: unknown, doing: string, { project }: Pick<StepContext, 'project'>) {
  if (!(error instanceof GitError) || error.code === 'cancelled') return error
  if (error.code === 'auth' && project.remote.connected) return new StepFailure(`${doing}: ${refused}`)
  return new StepFailure(`${doing}: ${error.message}`)
}

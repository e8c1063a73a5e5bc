import { GitError } from '#projects/git/errors'
import { StepFailure } from '#workflows/steps/step_context'

/** What git could not do for a reason outside us ends the workflow with a sentence; anything else stays unexpected. */
export function explainGitFailure(error: unknown, doing: string) {
  if (!(error instanceof GitError) || error.code === 'cancelled') return error
  return new StepFailure(`${doing}: ${error.message}`)
}

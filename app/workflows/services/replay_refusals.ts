/** Why a workflow was not replayed, for people. */
export const replayRefusals = {
  not_finished: 'Only a finished workflow can be replayed. Cancel it first, or wait for its end.',
  key_reused: 'This form has started another workflow before. Reload the page and try again.',
  nothing_recorded: 'Nothing was asked of a model in this workflow, so there is nothing to replay.',
}

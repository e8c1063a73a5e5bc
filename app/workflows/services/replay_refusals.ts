/** Why a workflow was not replayed, for people. */
export const replayRefusals = {
  not_finished: 'Only a finished workflow can be replayed. Cancel it first, or wait for its end.',
  key_reused: 'This form has started another workflow before. Reload the page and try again.',
  no_such_part:
    'This question has no such text to change. Read it again: texts are counted from 0, and one that was too long to be kept whole can not be changed.',
  no_place: 'Choose the question from which it goes another way: without one the whole record is repeated.',
  nothing_recorded: 'Nothing was asked of a model in this workflow, so there is nothing to replay.',
}

/** Why a plan was not changed, for people. */
export const planRefusals = {
  not_waiting: 'The workflow is not waiting for an approval, so its plan can not be changed any more.',
  by_recipe:
    'A recipe does this task in one fixed way, so other words would not be followed. Approve or cancel.',
}

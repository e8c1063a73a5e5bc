import type { RequestChangesRefusal } from '#workflows/actions/request_changes'

export const changeRefusals: Record<Exclude<RequestChangesRefusal, 'not_found'>, string> = {
  not_waiting: 'The workflow is not waiting for its change to be approved any more.',
  recipe:
    'This change was made by a recipe, which has no other way. Cancel it, or change the branch yourself.',
}

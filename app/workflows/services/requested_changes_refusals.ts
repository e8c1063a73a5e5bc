import type { RequestChangesRefusal } from '#workflows/actions/request_changes'

export const changeRefusals: Record<Exclude<RequestChangesRefusal, 'not_found'>, string> = {
  not_delivered:
    'There is no finished change of this workflow to send back: it has not come so far, or ended without pushing one. Say something to it while it runs, or run it again.',
  recipe:
    'This change was made by a recipe, which has no other way. Cancel it, or change the branch yourself.',
  busy: 'The change is being tested or delivered this very moment. Ask again when that is over.',
  closed:
    'The change was merged or closed at the git host, so there is nothing to change in it. Describe what is wrong in a new task.',
  moved:
    'Somebody else has pushed to the branch since, so it is left as it is. Ask in a comment beside the change at the git host, or describe it in a new task.',
  host_silent:
    'The git host did not say how the change stands, so nothing was started. Look at the connection in the settings, then ask again.',
}

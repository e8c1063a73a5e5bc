import { isKind } from '../live/apply_event'
import type { StoredEvent } from '../server_types'
import { lookOf, STEP_STATUS } from '../status'
import { STEPS } from '../steps'
import { ARTIFACTS } from './artifact_names'

/** One event as a sentence. */
export function eventWords(event: StoredEvent): string {
  if (isKind(event, 'workflow')) {
    const { status, outcome, reason } = event.payload
    return `Workflow: ${lookOf(status, outcome).label.toLowerCase()}${reason ? `. ${reason}` : ''}`
  }
  if (isKind(event, 'step')) {
    const { step, attempt, status, error } = event.payload
    const which = attempt > 1 ? `${STEPS[step].label}, attempt ${attempt}` : STEPS[step].label
    return `${which}: ${STEP_STATUS[status].label.toLowerCase()}${error ? `. ${error}` : ''}`
  }
  if (isKind(event, 'artifact')) return `Stored: ${ARTIFACTS[event.payload.artifact]}`
  if (isKind(event, 'usage')) return `${event.payload.model} was called to ${event.payload.purpose}`
  if (isKind(event, 'message')) {
    const { text, by, heard } = event.payload
    return heard ? `The model was told: ${text}` : `${by} said: ${text}`
  }
  if (isKind(event, 'note')) return event.payload.text
  return event.kind
}

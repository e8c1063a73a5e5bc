import type { Refusal } from '../../contract/task.ts'

export interface Refused {
  kind: 'refused'
  refusal: Refusal
}

export function refused(code: Refusal['code'], message: string, remedy: string): Refused {
  return { kind: 'refused', refusal: { code, message, remedy } }
}

/** `1 test`, `2 tests`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`
}

/** A recipe knows one way only: when the project's tests reject its edits there is nothing to try next. */
export function refusedByTests(title: string): Refused {
  return refused(
    'unsupported',
    `${title} was done, but the project's tests do not accept it, and a recipe has no second way.`,
    'Read the failing tests in the log. If they failed before this change too, mend them first; otherwise add a model key in the settings so that a model can repair the change.'
  )
}

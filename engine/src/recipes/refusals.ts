import type { Refusal } from '../../contract/task.ts'
import type { RecipeContext } from './contract.ts'
import { Repository } from './modules/repository.ts'

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

/** Why no recipe can do anything in a repository of other languages; null where there is code that they read. */
export function speaksNoJavaScript({ snapshot, graph }: RecipeContext): Refused | null {
  if (new Repository(snapshot, graph).paths.length > 0) return null
  return refused(
    'unsupported',
    'What works without a model reads JavaScript and TypeScript, and this repository has no such file.',
    'Add a model key in the settings: a model can do this in other languages.'
  )
}

/** For a refusal because something is not installed. */
export const installRemedy =
  'Commit the dependencies, or let the operator allow a registry (SANDBOX_REGISTRIES) or give a package cache (SANDBOX_PACKAGE_CACHE), then run the task again.'

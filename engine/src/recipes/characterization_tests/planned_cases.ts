import type { RecipeContext } from '../contract.ts'
import { Repository } from '../modules/repository.ts'
import { TestProject } from '../project/test_project.ts'
import type { Callable } from './callables.ts'
import { Effects } from './effects.ts'
import { Inputs } from './inputs/argument_lists.ts'
import type { Targets } from './targets.ts'

/** One call to try. Ids are the same in every turn, because all of this follows from the snapshot. */
export interface PlannedCase {
  id: number
  callable: Callable
  args: string[]
}

export interface PlannedCases {
  cases: PlannedCase[]
  /** Names that arguments refer to, with the file each is exported by. */
  needs: ReadonlyMap<string, string>
  /** Functions no call is made of, and why, as sentences. */
  setAside: string[]
}

const maxCases = 4_000

/** Calls for every target that only computes and whose arguments can be made. */
export function planCases(project: TestProject, { callables }: Targets): PlannedCases {
  const { repository } = project
  const effects = new Effects(repository)
  const inputs = new Inputs(repository, project.style(callables[0]?.module.path ?? '').code)
  const cases: PlannedCase[] = []
  const setAside: string[] = []
  for (const callable of callables) {
    const reason = effects.reason(callable)
    const { lists, blocked } = reason ? { lists: [], blocked: null } : inputs.of(callable)
    if (reason) setAside.push(`${callable.label}: ${reason}, so running it would reach outside`)
    else if (blocked) setAside.push(`${callable.label}: no value could be made up for ${blocked}`)
    for (const args of lists) if (cases.length < maxCases) cases.push({ id: cases.length, callable, args })
  }
  return { cases, needs: inputs.values.needs, setAside }
}

export function projectOf(ctx: RecipeContext): TestProject {
  return new TestProject(new Repository(ctx.snapshot, ctx.graph), ctx.test?.runner)
}

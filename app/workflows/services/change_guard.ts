import {
  type FileEdit,
  forbiddenPath,
  isTestPath,
  type Plan,
  type TestChange,
  touchedPaths,
  weakenedTests,
} from '@agentops/engine/contract'
import { isInScope } from '#projects/config/scope'
import { readFileAt } from '#projects/git/read_file'
import type { RunSettings } from '#workflows/services/run_settings'
import { everythingSaid } from '#workflows/services/steering'
import { requiredJson } from '#workflows/services/step_artifacts'
import { type StepContext, StepFailure } from '#workflows/steps/step_context'

/** More than anybody reads, and than one process should hold at a time. */
const MAX_EDITS = 2_000

/**
 * The last border of a change, held outside of whatever wrote it: where it may go, what it may not touch, and
 * that the tests which judge it do not come to say less. Only the person's own words widen it.
 *
 * @throws StepFailure
 */
export async function guardChange(
  context: StepContext,
  { paths }: RunSettings,
  edits: FileEdit[],
  commit: string
) {
  if (edits.length > MAX_EDITS)
    throw new StepFailure(
      `The change touches ${edits.length} files; at most ${MAX_EDITS} are allowed. Narrow the task.`
    )
  const words = [context.workflow.task, ...(await everythingSaid(context.lease))].join('\n')
  for (const path of touchedPaths(edits)) {
    if (!isInScope(paths, path)) refuse(`${path} is outside of the paths that .agentops.yml opens`)
    const why = forbiddenPath(path, words)
    if (why) refuse(`${JSON.stringify(path)} may not be touched, ${why}`)
  }
  const { scope } = await requiredJson<Plan>(context, 'plan')
  const outside = scope === 'tests' && touchedPaths(edits).find((path) => !isTestPath(path))
  if (outside) refuse(`the plan promises to change tests only, and ${outside} is none`)
  const [weakened] = weakenedTests(await testChanges(context, edits, commit), words)
  if (weakened) refuse(`existing tests may not be weakened, and ${weakened}`)
}

function refuse(why: string): never {
  throw new StepFailure(`The change was refused: ${why}.`)
}

async function testChanges(
  { workspace }: StepContext,
  edits: FileEdit[],
  commit: string
): Promise<TestChange[]> {
  const { mirrorDir } = workspace
  const movedFrom = new Map(edits.flatMap((edit) => (edit.kind === 'move' ? [[edit.path, edit.from]] : [])))
  const after = new Map<string, string | null>()
  for (const edit of edits) {
    const { path } = edit
    if (edit.kind === 'write') after.set(path, edit.content)
    else if (edit.kind === 'delete') after.set(path, null)
    else after.set(path, after.get(path) ?? (await readFileAt({ mirrorDir, commit, path: edit.from })))
  }
  const changed = [...after].filter(([path]) => isTestPath(movedFrom.get(path) ?? path))
  return Promise.all(
    changed.map(async ([path, text]) => ({
      path,
      before: await readFileAt({ mirrorDir, commit, path: movedFrom.get(path) ?? path }),
      after: text,
    }))
  )
}

import { buildSnapshot } from '#projects/git/snapshot'
import { prepareMirror } from '#workflows/services/prepare_mirror'
import type { StepContext } from '#workflows/steps/step_context'

/** The snapshot's archive for the engine: the one at hand, or built again from the pinned commit. */
export async function withSnapshotFile<T>(
  context: StepContext,
  file: string | undefined,
  use: (file: string) => Promise<T>
) {
  if (file) return use(file)
  const commit = await prepareMirror(context)
  const built = await buildSnapshot({
    mirrorDir: context.workspace.mirrorDir,
    commit,
    signal: context.signal,
  })
  return use(built.file)
}

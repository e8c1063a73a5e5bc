import { CircleCheck } from 'lucide-react'
import { Badge } from '~/components/badge'
import { type Stage, StageStrip } from '~/components/stage_strip'
import { Status } from '~/components/status'

const DONE = { icon: CircleCheck, label: 'Done', tone: 'ok' } as const

const STAGES: readonly Stage[] = [
  { ...DONE, name: 'Analyze', detail: 'Clones at a pinned commit, reads the code, finds the test command.' },
  { ...DONE, name: 'Plan', detail: 'Says which files it will touch and what that may cost.' },
  { ...DONE, name: 'Generate', detail: 'Writes the change as a patch. Runs nothing.' },
  {
    ...DONE,
    name: 'Test',
    detail: "Runs the project's own tests in the sandbox. Red goes back to Generate.",
  },
  { ...DONE, name: 'Publish', detail: 'Pushes the branch. You review and merge.' },
]

/** Drawn from the same parts as the page of a real run; says that it is a drawing. */
export function HowARunGoes() {
  return (
    <figure className="overflow-hidden rounded-lg border bg-surface">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-3 sm:px-6">
        <p className="font-semibold">Add a health endpoint</p>
        <Status {...DONE} label="Verified" look="pill" />
        <Badge className="font-mono">feature/ia-task-1</Badge>
      </div>
      <div className="px-4 py-5 sm:px-6">
        <StageStrip label="The steps of a run" stages={STAGES} />
      </div>
      <figcaption className="border-t px-4 py-2 text-sm text-muted sm:px-6">
        How a run goes. A drawing, not a recording: durations, log, diff and verdict come with a real one.
      </figcaption>
    </figure>
  )
}

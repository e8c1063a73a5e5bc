import { ChevronRight } from 'lucide-react'
import type { Workflow, WorkflowStep } from '../server_types'
import { stagesOf } from './selection'
import { Stage } from './stage'

interface StageStripProps {
  workflow: Workflow
  selected: WorkflowStep | null
  notes: Readonly<Record<string, string>>
  onSelect: (step: WorkflowStep) => void
}

/** The workflow from left to right; on a narrow screen from top to bottom. */
export function StageStrip({ workflow, selected, notes, onSelect }: StageStripProps) {
  return (
    <nav aria-label="Steps">
      <ol className="flex flex-col rounded-lg border bg-surface lg:flex-row">
        {stagesOf(workflow.steps).map(({ name, attempts }, index) => (
          <li
            key={name}
            className="relative min-w-0 flex-1 border-b last:border-b-0 lg:border-r lg:border-b-0 lg:last:border-r-0"
          >
            {index > 0 && (
              <ChevronRight
                aria-hidden="true"
                className="absolute top-1/2 -left-2 z-10 size-4 -translate-y-1/2 rounded-full border bg-surface text-muted max-lg:hidden"
              />
            )}
            <Stage
              name={name}
              attempts={attempts}
              selected={selected?.name === name ? selected : null}
              workflow={workflow}
              note={notes[attempts.at(-1)!.id]}
              onSelect={onSelect}
            />
          </li>
        ))}
      </ol>
    </nav>
  )
}

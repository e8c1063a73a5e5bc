import { FlaskConical, GitBranch, ListChecks, PencilLine, Radar, ScanSearch } from 'lucide-react'
import type { ComponentType } from 'react'
import type { StepName } from './server_types'

interface StepEntry {
  label: string
  icon: ComponentType<{ className?: string; 'aria-hidden'?: boolean }>
  /** What the step does, in the present. */
  sentence: string
}

export const STEPS: Record<StepName, StepEntry> = {
  analyze: {
    label: 'Analyze',
    icon: ScanSearch,
    sentence: 'Clones the repository, pins a commit and reads the code.',
  },
  plan: { label: 'Plan', icon: ListChecks, sentence: 'Works out what to change, and how to prove it.' },
  generate: { label: 'Generate', icon: PencilLine, sentence: 'Writes the change as a patch.' },
  test: { label: 'Test', icon: FlaskConical, sentence: 'Runs the project’s own tests in the sandbox.' },
  publish: {
    label: 'Publish',
    icon: GitBranch,
    sentence: 'Commits the patch, pushes the branch and opens the merge request.',
  },
  pipeline: {
    label: 'Pipeline',
    icon: Radar,
    sentence: 'Follows what the git host runs for the commit, and repairs what is ours.',
  },
}

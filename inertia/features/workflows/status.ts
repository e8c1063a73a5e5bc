import {
  Ban,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CirclePause,
  CircleSlash,
  CircleX,
  Clock,
  LoaderCircle,
  Repeat,
  SkipForward,
  Wallet,
} from 'lucide-react'
import type { StatusLook } from '~/components/status'
import type { Outcome, StepName, StepStatus, WorkflowStatus } from './server_types'

export interface StatusEntry extends StatusLook {
  /** What the state means, for a person who sees it for the first time. */
  sentence: string
}

export const STEP_STATUS: Record<StepStatus, StatusEntry> = {
  pending: {
    icon: CircleDashed,
    label: 'To come',
    tone: 'neutral',
    sentence: 'Starts when the step before it is done.',
  },
  queued: { icon: Clock, label: 'Queued', tone: 'info', sentence: 'Waiting for a free worker.' },
  running: { icon: LoaderCircle, label: 'Running', tone: 'run', sentence: 'A worker is on it now.' },
  waiting: {
    icon: CirclePause,
    label: 'Waiting',
    tone: 'warn',
    sentence: 'Waiting for a person to approve the plan.',
  },
  succeeded: { icon: CircleCheck, label: 'Done', tone: 'ok', sentence: 'Ended with a result.' },
  failed: { icon: CircleX, label: 'Failed', tone: 'bad', sentence: 'Ended without a usable result.' },
  skipped: {
    icon: SkipForward,
    label: 'Skipped',
    tone: 'neutral',
    sentence: 'Never started, because the workflow ended before.',
  },
  cancelled: {
    icon: CircleSlash,
    label: 'Cancelled',
    tone: 'neutral',
    sentence: 'Stopped by a member of the team.',
  },
}

/** What a step waits for that does not wait for its plan to be approved. */
const WAITING: Partial<Record<StepName, StatusEntry>> = {
  publish: {
    icon: CirclePause,
    label: 'Waiting',
    tone: 'warn',
    sentence: 'Waiting for a person to let the change leave.',
  },
  pipeline: {
    icon: LoaderCircle,
    label: 'Following',
    tone: 'run',
    sentence: 'The git host runs its pipeline; what it says appears here.',
  },
}

export function stepLook({ name, status }: { name: StepName; status: StepStatus }): StatusEntry {
  return (status === 'waiting' && WAITING[name]) || STEP_STATUS[status]
}

export const WORKFLOW_STATUS: Record<Exclude<WorkflowStatus, 'finished'>, StatusEntry> = {
  queued: { icon: Clock, label: 'Queued', tone: 'info', sentence: 'Waiting for a free worker.' },
  running: { icon: LoaderCircle, label: 'Running', tone: 'run', sentence: 'A worker is on it now.' },
  waiting: {
    icon: CirclePause,
    label: 'Needs you',
    tone: 'warn',
    sentence: 'Waiting for a person to approve it.',
  },
}

export const OUTCOME: Record<Outcome, StatusEntry> = {
  verified: {
    icon: CircleCheck,
    label: 'Verified',
    tone: 'ok',
    sentence: 'The project’s own tests pass with this change; the proof is stored.',
  },
  unverified: {
    icon: CircleHelp,
    label: 'Unverified',
    tone: 'warn',
    sentence: 'The change is on a branch, but no test run proves it. Read it before you trust it.',
  },
  refused: {
    icon: Ban,
    label: 'Refused',
    tone: 'info',
    sentence: 'Nothing was changed: this task will not be done as it stands.',
  },
  stuck: {
    icon: Repeat,
    label: 'Stuck',
    tone: 'bad',
    sentence: 'The tests stayed red after every attempt, so the change was not pushed.',
  },
  over_budget: {
    icon: Wallet,
    label: 'Over budget',
    tone: 'warn',
    sentence: 'Stopped before the next call of a model would have gone over the budget.',
  },
  failed: {
    icon: CircleAlert,
    label: 'Failed',
    tone: 'bad',
    sentence: 'It ended before its result was where it belongs.',
  },
  cancelled: {
    icon: CircleSlash,
    label: 'Cancelled',
    tone: 'neutral',
    sentence: 'Stopped by a member of the team. Nothing more happens.',
  },
}

/** How the whole workflow looks: its outcome once it has one, else its status. */
export function lookOf(status: WorkflowStatus, outcome: Outcome | null): StatusEntry & { live: boolean } {
  if (status === 'finished') return { ...OUTCOME[outcome ?? 'failed'], live: false }
  return { ...WORKFLOW_STATUS[status], live: status === 'running' }
}

import type { Outcome, Workflow } from '../server_types.js'
import type { ViewerTab } from '../viewer/address.js'

interface NextSteps {
  /** In place of the outcome's name, where there is more to say. */
  title?: string
  /** What a person can do about it, beyond what the reason already says. */
  advice?: string
  /** Offer the commit as a mail, because it is not where it should be. */
  mail: boolean
  patch: boolean
  tabs: [ViewerTab, string][]
}

const none: NextSteps = { mail: false, patch: false, tabs: [] }

const PLAIN: Record<Outcome, NextSteps> = {
  verified: {
    ...none,
    tabs: [
      ['diff', 'Read the diff'],
      ['verdict', 'See the proof'],
    ],
  },
  unverified: {
    ...none,
    advice: 'The branch is there; treat it as untested.',
    tabs: [
      ['diff', 'Read the diff'],
      ['verdict', 'See what is missing'],
    ],
  },
  refused: { ...none, title: 'Refused: nothing was changed' },
  stuck: {
    ...none,
    title: 'Stuck: the tests stayed red',
    advice:
      'The last attempt is kept. Read why it fails, then run again from a step, or describe the task more narrowly.',
    patch: true,
    tabs: [
      ['verdict', 'See what fails'],
      ['diff', 'Read the last attempt'],
    ],
  },
  over_budget: {
    ...none,
    title: 'Stopped at the budget',
    advice: 'Raise the budget, or run again with a smaller task.',
    patch: true,
  },
  failed: { ...none, tabs: [['log', 'Read the log']] },
  cancelled: {
    ...none,
    advice: 'What was finished before is kept, and a new run can go on from there.',
    patch: true,
  },
}

/** What to offer at the end of a workflow, from its outcome and what it left behind. */
export function nextSteps(workflow: Pick<Workflow, 'outcome' | 'artifacts' | 'pushedCommit'>): NextSteps {
  const steps = PLAIN[workflow.outcome ?? 'failed']
  const kept = workflow.artifacts.some(({ kind }) => kind === 'mail')
  if (workflow.outcome === 'failed' && kept && !workflow.pushedCommit) {
    return {
      ...steps,
      title: 'The change is finished, but could not be pushed',
      mail: true,
      patch: true,
      tabs: [
        ['diff', 'Read the diff'],
        ['verdict', 'See the proof'],
      ],
    }
  }
  return steps
}

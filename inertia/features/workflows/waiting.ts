import type { Workflow } from './server_types.js'

/** Whether the change is made and proven, and waits for a person before it is pushed. */
export const waitsToLeave = ({ status, steps }: Pick<Workflow, 'status' | 'steps'>) =>
  status === 'waiting' && steps.some((step) => step.name === 'publish' && step.status === 'waiting')

import type { StepName } from './server_types.js'

export const STEP_ORDER: readonly StepName[] = ['analyze', 'plan', 'generate', 'test', 'publish', 'pipeline']

export const isStepName = (value: string | null): value is StepName =>
  STEP_ORDER.some((name) => name === value)

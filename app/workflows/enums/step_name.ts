export const stepNames = ['analyze', 'plan', 'generate', 'test', 'publish', 'pipeline'] as const
export type StepName = (typeof stepNames)[number]

/** What every workflow begins with; a pipeline is followed only where a host runs one. */
export const plannedSteps = stepNames.slice(0, -1)

export const stepPosition = (name: StepName) => stepNames.indexOf(name) + 1
export const stepsFrom = (name: StepName) => stepNames.slice(stepNames.indexOf(name))
export const stepsBefore = (name: StepName) => stepNames.slice(0, stepNames.indexOf(name))
export const stepAfter = (name: StepName): StepName | null => stepNames[stepNames.indexOf(name) + 1] ?? null

import type { StepName } from '#workflows/enums/step_name'
import { analyze } from '#workflows/steps/analyze'
import { generate } from '#workflows/steps/generate'
import { pipeline } from '#workflows/steps/pipeline'
import { plan } from '#workflows/steps/plan'
import { publish } from '#workflows/steps/publish'
import type { Step } from '#workflows/steps/step_context'
import { test } from '#workflows/steps/test'

export const steps: Record<StepName, Step> = { analyze, plan, generate, test, publish, pipeline }

import type { Analysis } from '@agentops/engine/contract'
import type { AgentopsConfig } from '#projects/config/agentops_yml'
import { lowerLimits } from '#projects/config/scope'
import { entitlements } from '#shared/plan/entitlements'
import type { SandboxLimits } from '#workflows/sandbox/contract'
import { prepareMirror } from '#workflows/services/prepare_mirror'
import { repositoryConfig } from '#workflows/services/repository_config'
import { requiredJson } from '#workflows/services/step_artifacts'
import { chooseTestCommand, type TestCommand } from '#workflows/services/test_command'
import type { StepContext } from '#workflows/steps/step_context'

/** How this repository's code is run and what may be changed in it. */
export interface RunSettings {
  test: TestCommand | null
  limits: SandboxLimits
  coverage: boolean
  paths: AgentopsConfig['paths']
}

/** The ceiling that the team's plan sets, in everything that a run is bounded by. */
export async function limitsOfPlan(teamId: string): Promise<SandboxLimits> {
  const { wallSeconds, ...limits } = (await (await entitlements()).of(teamId)).sandbox
  return { ...limits, wallMs: wallSeconds * 1000 }
}

/** What a person has set, else the repository's own word, else what was detected. */
export async function loadRunSettings(context: StepContext): Promise<RunSettings> {
  const { stack } = await requiredJson<Analysis>(context, 'analysis')
  const commit = await prepareMirror(context)
  const config = await repositoryConfig(context.workspace.mirrorDir, commit)
  const limits = lowerLimits(await limitsOfPlan(context.lease.teamId), config?.limits ?? {})
  const wallMs = Math.min(limits.wallMs, config?.test?.timeoutMs ?? limits.wallMs)
  return {
    test: chooseTestCommand(context.project, config, stack),
    limits: { ...limits, wallMs },
    coverage: config?.coverage ?? true,
    paths: config?.paths ?? { include: [], exclude: [] },
  }
}

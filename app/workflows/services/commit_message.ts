import env from '#start/env'
import { inertMessage } from '#workflows/services/inert'
import type { WorkflowRecord } from '#workflows/steps/step_context'
import type { Verdict } from '#workflows/verification/verdict'

const SUBJECT_LENGTH = 72

/** A subject from the task's first line, a body that says what was done and how it was proven, and trailers. */
export function commitMessage(workflow: WorkflowRecord, summary: string, verdict: Verdict) {
  const firstLine = workflow.task.split('\n')[0]!.trim()
  const subject = firstLine.length > SUBJECT_LENGTH ? `${firstLine.slice(0, SUBJECT_LENGTH - 1)}…` : firstLine
  return {
    message: inertMessage(`${subject}\n\n${summary}\n\n${verdict.proof}`),
    trailers: { 'AgentOps-Workflow': new URL(`/workflows/${workflow.id}`, env.get('APP_URL')).href },
  }
}

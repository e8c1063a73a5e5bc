import { events, get } from './api.ts'
import { lineOf, tame } from './print.ts'

export interface Workflow {
  id: string
  number: number
  task: string
  status: string
  outcome: string | null
  outcomeReason: string | null
  branch: string | null
  changeRequest: { url: string } | null
}

const exitCodes: Record<string, number> = {
  verified: 0,
  unverified: 2,
  refused: 3,
  stuck: 4,
  over_budget: 5,
  cancelled: 6,
}

export interface FollowOptions {
  logs?: boolean
  json?: boolean
}

/** Prints what happens until the workflow has ended. Ctrl-C stops the watching, not the work. */
export async function follow(
  id: string,
  { logs = false, json = false }: FollowOptions
): Promise<Workflow | null> {
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  try {
    for await (const event of events(id, stop.signal)) {
      process.stdout.write(json ? `${JSON.stringify(event)}\n` : lineOf(event, { logs }))
    }
  } catch (error) {
    if (!stop.signal.aborted) throw error
    console.error(`\nThe workflow goes on. agentops watch ${id} · agentops cancel ${id}`)
    process.exitCode = 130
    return null
  }
  const workflow = await get<Workflow>(`/api/workflows/${id}`)
  process.exitCode = exitCodes[workflow.outcome ?? ''] ?? 1
  if (json) return workflow
  console.log(`\n#${workflow.number} ${workflow.outcome}: ${tame(workflow.outcomeReason ?? '')}`)
  if (workflow.branch) console.log(`branch ${workflow.branch}`)
  if (workflow.changeRequest) console.log(workflow.changeRequest.url)
  return workflow
}

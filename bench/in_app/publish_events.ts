import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { boot, say } from './boot.js'

/** What the parent asks for: so many lines a second in all, spread evenly over the first workflows. */
export interface Load {
  workflows: number
  linesPerSecond: number
  seconds: number
}

/**
 * Plays the worker of many running workflows: their log lines go through the same `StepLog` as a real
 * step's, so they are gathered, masked, numbered, stored and announced. Each line says when it was written.
 */
const MOST_WORKFLOWS = 1000

await boot()
const { default: RegisterUser } = await import('#accounts/actions/register_user')
const { legalDocuments } = await import('#accounts/services/legal_documents')
const { withTeam } = await import('#accounts/services/tenancy')
const { default: CreateWorkflow } = await import('#workflows/actions/create_workflow')
const { claimStep } = await import('#workflows/services/step_lease')
const { StepLog } = await import('#workflows/services/step_log')

const person = {
  fullName: 'Ada Lovelace',
  email: 'ada@example.test',
  password: 'correct horse battery',
  consent: { version: legalDocuments().version, via: 'own_machine' as const, address: null },
}
const { teamId } = await new RegisterUser().execute(person)
const [project] = await withTeam(teamId, (trx) =>
  trx
    .table('projects')
    .insert({
      team_id: teamId,
      name: 'bench',
      remote_kind: 'https',
      remote_url: 'https://git.example.test/bench.git',
      default_branch: 'main',
    })
    .returning('id')
)

async function aLog() {
  const input = { teamId, userId: null, projectId: project.id, task: 'say something' }
  const created = await new CreateWorkflow().execute(input)
  if (!created.ok) throw new Error(created.error)
  const workflowId = created.value.id
  const step = await withTeam(teamId, (trx) =>
    trx.from('workflow_steps').where('workflow_id', workflowId).orderBy('position').select('id').firstOrFail()
  )
  const lease = await claimStep({ teamId, workflowId, stepId: step.id })
  if (!lease) throw new Error('nobody else should have taken the step')
  const failed = (error: unknown) => {
    throw error
  }
  return { workflowId, log: new StepLog(lease, [], failed) }
}

const now = () => performance.timeOrigin + performance.now()

async function publish(logs: Awaited<ReturnType<typeof aLog>>[], { linesPerSecond, seconds }: Load) {
  const total = linesPerSecond * seconds
  const started = performance.now()
  for (let sent = 0; sent < total; await wait(1)) {
    for (
      const due = ((performance.now() - started) / 1000) * linesPerSecond;
      sent < total && sent <= due;
      sent++
    ) {
      logs[sent % logs.length]!.log.say(String(now()))
    }
  }
}

const logs: Awaited<ReturnType<typeof aLog>>[] = []
while (logs.length < MOST_WORKFLOWS) logs.push(...(await Promise.all(Array.from({ length: 10 }, aLog))))
say({ email: person.email, password: person.password, workflows: logs.map(({ workflowId }) => workflowId) })

for (;;) {
  const [load] = (await once(process, 'message')) as [Load]
  await publish(logs.slice(0, load.workflows), load)
  say('published')
}

import type { LLMock } from '@copilotkit/aimock'
import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import { system } from '#shared/audit/record'
import { startEngine, stopProcess, untilWorkflow } from '#tests/support/running_system'
import {
  agentRequests,
  answersOf,
  runScripted,
  scriptedEngine,
  scriptedTask,
} from '#tests/support/scripted_tasks'
import { until } from '#tests/support/system/until'
import ImportRecord from '#workflows/actions/import_record'
import ReplayWorkflow from '#workflows/actions/replay_workflow'
import SendMessage from '#workflows/actions/send_message'
import { exportRecord } from '#workflows/queries/export_record'
import { listExchanges } from '#workflows/queries/list_exchanges'
import { listMessages } from '#workflows/queries/list_messages'
import { showArtifact } from '#workflows/queries/show_artifact'
import { showExchange } from '#workflows/queries/show_exchange'
import { sealRecord } from '#workflows/services/record_file'
import { startWorker } from '#workflows/services/worker'

type Scripted = Awaited<ReturnType<typeof scriptedEngine>>

test.group('The life of an agent', (group) => {
  group.setup(() => startWorker())
  group.each.timeout(300_000)

  async function scripted(name: string, cleanup: (work: () => Promise<void>) => void, delayMs = 0) {
    const running: Scripted = await scriptedEngine()
    const task = await scriptedTask(name)
    answersOf(running.mock, task, delayMs)
    cleanup(async () => {
      await stopProcess(running.engine)
      await running.mock.stop()
    })
    return { running, task }
  }

  const asked = (mock: LLMock) => agentRequests(mock).length

  test('a message is heard at the next turn, and shown as heard', async ({ assert, ...context }) => {
    const { running, task } = await scripted('leap', (work) => context.test.cleanup(work), 1_500)
    const { teamId, id } = await runScripted(task)
    await until('the first question', () => asked(running.mock) > 0)
    const text = 'Write it as one expression'
    await new SendMessage().execute({ teamId, workflowId: id, text, actor: system })
    const workflow = await untilWorkflow(teamId, id)
    assert.equal(workflow.outcome, 'verified', workflow.outcomeReason ?? '')
    const [first, ...later] = agentRequests(running.mock)
    assert.notInclude(first!.text, text)
    assert.isTrue(later.every((request) => request.text.includes(text)))
    const [message] = await listMessages(teamId, id)
    assert.isNotNull(message!.heardAt)
  })

  test('an engine that is killed in the middle of an answer costs that answer alone', async ({
    assert,
    ...context
  }) => {
    const { running, task } = await scripted('leap', (work) => context.test.cleanup(work), 1_500)
    const { teamId, id } = await runScripted(task)
    await until('the second question', () => asked(running.mock) === 2)
    await stopProcess(running.engine)
    const again = await startEngine(running.environment)
    context.test.cleanup(() => stopProcess(again))
    const workflow = await untilWorkflow(teamId, id)
    assert.equal(workflow.outcome, 'verified', workflow.outcomeReason ?? '')
    assert.equal(asked(running.mock), task.attempts[0]!.length + 1)
    const ledger = await withTeam(teamId, (trx) => trx.from('usage_records').where('workflow_id', id))
    assert.lengthOf(ledger, task.attempts[0]!.length + 1)
  })

  test('a whole replay asks nobody, costs nothing and comes to the same', async ({ assert, ...context }) => {
    const { running, task } = await scripted('two_fer', (work) => context.test.cleanup(work))
    const { teamId, id, project } = await runScripted(task)
    const first = await untilWorkflow(teamId, id)
    assert.equal(first.outcome, 'verified', first.outcomeReason ?? '')
    const before = running.mock.getRequests().length
    const whole = { exchangeId: null, model: null, message: null }
    const made = await new ReplayWorkflow().execute({
      teamId,
      userId: null,
      actor: system,
      workflowId: id,
      ...whole,
    })
    if (!made.ok) throw new Error(made.error)
    const replayed = await untilWorkflow(teamId, made.value.id)
    assert.equal(replayed.outcome, 'verified', replayed.outcomeReason ?? '')
    assert.equal(running.mock.getRequests().length, before)
    assert.equal(replayed.costMicros, 0)
    const patchOf = async (workflowId: string) =>
      (await showArtifact(teamId, workflowId, 'patch')).body.toString()
    assert.equal(await patchOf(made.value.id), await patchOf(id))
    const { data } = await listExchanges(teamId, made.value.id)
    assert.isTrue(data.filter(({ kind }) => kind === 'model').every(({ replayed }) => replayed))

    const file = await sealRecord(await exportRecord(teamId, id))
    const place = { teamId, userId: null, actor: system, projectId: project.id }
    const imported = await new ImportRecord().execute({ ...place, file })
    if (!imported.ok) throw new Error(imported.error)
    const again = await new ReplayWorkflow().execute({ ...place, workflowId: imported.value.id, ...whole })
    if (!again.ok) throw new Error(again.error)
    const fromFile = await untilWorkflow(teamId, again.value.id)
    assert.equal(fromFile.outcome, 'verified', fromFile.outcomeReason ?? '')
    assert.equal(running.mock.getRequests().length, before)
  })

  test('a replay goes its own way from an exchange, with a word and another model', async ({
    assert,
    ...context
  }) => {
    const { running, task } = await scripted('leap', (work) => context.test.cleanup(work))
    const { teamId, id } = await runScripted(task)
    await untilWorkflow(teamId, id)
    const { data } = await listExchanges(teamId, id)
    const models = data.filter(({ kind, step }) => kind === 'model' && step === 'generate')
    assert.lengthOf(models, task.attempts[0]!.length)
    const before = asked(running.mock)
    const made = await new ReplayWorkflow().execute({
      teamId,
      userId: null,
      actor: system,
      workflowId: id,
      exchangeId: models[1]!.id,
      model: 'gpt-6-sol',
      message: 'Use no more than one line.',
    })
    if (!made.ok) throw new Error(made.error)
    const replayed = await untilWorkflow(teamId, made.value.id)
    assert.equal(replayed.outcome, 'verified', replayed.outcomeReason ?? '')
    const fresh = agentRequests(running.mock).slice(before)
    assert.lengthOf(fresh, task.attempts[0]!.length - 1)
    assert.isTrue(
      fresh.every(({ model, text }) => model === 'gpt-6-sol' && text.includes('no more than one line'))
    )
  })

  test('a replay asks in other words from an exchange on, and is replayed itself', async ({
    assert,
    ...context
  }) => {
    const { running, task } = await scripted('leap', (work) => context.test.cleanup(work))
    const { teamId, id } = await runScripted(task)
    await untilWorkflow(teamId, id)
    const question = (await listExchanges(teamId, id)).data.find(({ turn }) => turn === 3)!
    const { parts } = await showExchange(teamId, id, question.id)
    const words = parts.map(({ index, text }) => ({ index, text: `${text}\nMind the year 1900.` }))
    const replay = async (input: object) => {
      const blank = { exchangeId: null, model: null, message: null }
      const made = await new ReplayWorkflow().execute({
        teamId,
        userId: null,
        actor: system,
        workflowId: id,
        ...blank,
        ...input,
      })
      if (!made.ok) throw new Error(made.error)
      return untilWorkflow(teamId, made.value.id)
    }
    const before = asked(running.mock)
    const second = await replay({ exchangeId: question.id, parts: words })
    assert.equal(second.outcome, 'verified', second.outcomeReason ?? '')
    const fresh = agentRequests(running.mock).slice(before)
    assert.lengthOf(fresh, task.attempts[0]!.length - 1)
    assert.isTrue(fresh.every(({ text }) => text.includes('Mind the year 1900.')))
    const departed = (await listExchanges(teamId, second.id)).data.filter((one) => one.departed)
    // The plan is taken over as it is, so its question is not asked again.
    assert.deepEqual(
      departed.map(({ turn, replayed }) => ({ turn, replayed })),
      [{ turn: 2, replayed: false }]
    )
    const third = await replay({ workflowId: second.id })
    assert.equal(third.outcome, 'verified', third.outcomeReason ?? '')
    assert.equal(third.costMicros, 0)
    assert.equal(asked(running.mock), before + fresh.length)
  })
})

import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import { stopProcess, untilWorkflow } from '#tests/support/running_system'
import { answersOf, runScripted, scriptedEngine, scriptedTask } from '#tests/support/scripted_tasks'
import { startWorker } from '#workflows/services/worker'

/** All that is kept of a team's workflow, as text. */
function everythingKept(teamId: string, id: string): Promise<string> {
  return withTeam(teamId, async (trx) => {
    const { rows } = await trx.rawQuery(
      `select concat_ws(' ',
         (select string_agg(payload::text, ' ') from workflow_events where workflow_id = :id),
         (select string_agg(request || response, ' ') from workflow_exchanges where workflow_id = :id),
         (select string_agg(encode(body, 'escape'), ' ') from workflow_artifacts
            where workflow_id = :id and kind not in ('patch', 'mail', 'edits')),
         (select outcome_reason from workflows where id = :id)) as text`,
      { id }
    )
    return rows[0].text
  })
}

test.group('Canaries', (group) => {
  group.setup(() => startWorker())
  group.each.timeout(150_000)

  test('no secret and nothing of another team is in a prompt, an event, a record or an error', async ({
    assert,
    ...context
  }) => {
    const { mock, engine } = await scriptedEngine()
    context.test.cleanup(async () => {
      await stopProcess(engine)
      await mock.stop()
    })
    const secret = `ghp_${randomBytes(20).toString('hex')}`
    const foreign = `canary${randomBytes(8).toString('hex')}`
    const mine = await scriptedTask('run_length')
    const theirs = await scriptedTask('leap')
    mine.files['notes.md'] = `encode and decode: the token is ${secret}\n`
    mine.files['run_length.test.js'] += `\nconsole.log('run_length prints ${secret}')\n`
    theirs.files['leap.js'] += `// ${foreign}\n`
    // The tool reads what holds the secret.
    mine.attempts[0]!.unshift([
      ['read_file', { path: 'notes.md' }],
      ['search', { query: 'token' }],
    ])
    for (const scripted of [mine, theirs]) answersOf(mock, scripted)
    const [one, other] = await Promise.all([runScripted(mine), runScripted(theirs)])
    for (const { teamId, id } of [one, other]) {
      const { outcome, outcomeReason } = await untilWorkflow(teamId, id)
      assert.equal(outcome, 'verified', outcomeReason ?? '')
    }
    const prompts = mock.getRequests().map(({ body }) => JSON.stringify(body))
    const about = (task: string) => prompts.filter((prompt) => prompt.includes(task))
    assert.isAbove(about(mine.task).length, 5)
    assert.isTrue(about(mine.task).some((prompt) => prompt.includes('a secret was left out')))
    assert.isTrue(about(theirs.task).some((prompt) => prompt.includes(foreign)))
    for (const prompt of about(mine.task)) assert.notInclude(prompt, foreign)
    for (const prompt of prompts) {
      assert.notInclude(prompt, secret)
      assert.notInclude(prompt, 'sk-of-the-test')
    }
    const kept = await everythingKept(one.teamId, one.id)
    assert.isAbove(kept.length, 5_000)
    for (const canary of [secret, foreign, 'sk-of-the-test']) assert.notInclude(kept, canary)
    assert.notInclude(await everythingKept(other.teamId, other.id), secret)
  })
})

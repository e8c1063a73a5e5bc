import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import { sealKey } from '#llm/services/team_keys'
import { sealed } from '#projects/services/connection_store'
import { startWorker, stopProcess, untilWorkflow } from '#tests/support/running_system'
import { answersOf, runScripted, scriptedEngine, scriptedTask } from '#tests/support/scripted_tasks'
import type { Team } from '#tests/support/team'

const word = () => randomBytes(12).toString('hex')

/** Every kind of secret that a team leaves with us, none of which a model, an event or a record has any use for. */
async function plantSecrets({ teamId }: Team): Promise<string[]> {
  const provider = `sk-ant-${word()}`
  const git = `gho_${word()}${word()}`
  const refresh = `ghr_${word()}${word()}`
  const customer = `cus_${word()}`
  await withTeam(teamId, async (trx) => {
    await trx.table('provider_keys').insert({
      team_id: teamId,
      provider: 'anthropic',
      api_key_encrypted: sealKey(provider),
      last_four: provider.slice(-4),
      models: ['claude-opus-5-5'],
      checked_at: new Date(),
    })
    await trx.table('git_connections').insert({
      team_id: teamId,
      host: 'github',
      web_url: 'https://github.com',
      api_url: 'https://api.github.com',
      auth: 'oauth',
      account_id: word(),
      account_login: 'ada',
      token_encrypted: sealed(git),
      refresh_token_encrypted: sealed(refresh),
    })
    await trx.table('billing_accounts').insert({ team_id: teamId, stripe_customer_id: customer })
  })
  return [provider, git, refresh, customer]
}

/** All that is kept of a team's workflow, as text. */
function everythingKept(teamId: string, id: string): Promise<string> {
  return withTeam(teamId, async (trx) => {
    const { rows } = await trx.rawQuery(
      `select concat_ws(' ',
         (select string_agg(payload::text, ' ') from workflow_events where workflow_id = :id),
         (select string_agg(request || response, ' ') from workflow_exchanges where workflow_id = :id),
         (select string_agg(encode(body, 'escape'), ' ') from workflow_artifacts
            where workflow_id = :id and kind not in ('patch', 'mail', 'edits')),
         (select outcome_reason from workflows where id = :id),
         (select string_agg(a::text, ' ') from audit_entries a),
         (select string_agg(u::text, ' ') from usage_records u),
         (select string_agg(concat_ws(' ', payload, last_error), ' ') from jobs)) as text`,
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
    const planted: string[] = []
    const plant = async (team: Team) => void planted.push(...(await plantSecrets(team)))
    const [one, other] = await Promise.all([runScripted(mine, plant), runScripted(theirs, plant)])
    assert.lengthOf(planted, 8)
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
      for (const canary of [...planted, 'sk-of-the-test']) assert.notInclude(prompt, canary)
    }
    const kept = await everythingKept(one.teamId, one.id)
    assert.isAbove(kept.length, 5_000)
    for (const canary of [secret, foreign, ...planted, 'sk-of-the-test']) assert.notInclude(kept, canary)
    const theirsKept = await everythingKept(other.teamId, other.id)
    for (const canary of [secret, ...planted, 'sk-of-the-test']) assert.notInclude(theirsKept, canary)
  })
})

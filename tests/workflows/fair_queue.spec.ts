import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import { sql } from '#shared/database/sql'
import { finish, projectRows } from '#tests/support/api'
import { type Billing, billingOn } from '#tests/support/stripe/billing'
import { aPayingTeam } from '#tests/support/stripe/subscribed'
import { aTeam } from '#tests/support/team'
import CreateWorkflow from '#workflows/actions/create_workflow'
import SettleStep from '#workflows/actions/settle_step'
import { type Hand, Hands } from '#workflows/services/hands'
import { nextSteps } from '#workflows/services/next_steps'
import { claimStep } from '#workflows/services/step_lease'

const made: string[] = []

async function queueWorkflows(teamId: string, count: number) {
  made.push(teamId)
  const [projectId] = await projectRows(teamId, [`project-${crypto.randomUUID()}`])
  const ids: string[] = []
  for (let i = 0; i < count; i++) {
    const made = await new CreateWorkflow().execute({
      teamId,
      userId: null,
      projectId: projectId!,
      task: 'tidy',
    })
    if (!made.ok) throw new Error(made.error)
    ids.push(made.value.id)
  }
  return ids
}

/** What is next of these teams; the database of the tests has other teams, too. */
async function nextOf(teams: string[], how: { anyPriority?: boolean; newcomersOnly?: boolean } = {}) {
  const steps = await nextSteps({ most: 2000, ...how })
  return steps.filter((step) => teams.includes(step.team_id))
}

/** What a worker with a free hand does. */
async function takeNext(teams: string[], hand: { newcomersOnly: boolean } = { newcomersOnly: false }) {
  for (const step of await nextOf(teams, { newcomersOnly: hand.newcomersOnly })) {
    const { team_id: teamId, workflow_id: workflowId, step_id: stepId } = step
    const lease = await claimStep({ teamId, workflowId, stepId })
    if (lease) return lease
  }
  return null
}

test.group('The queue', (group) => {
  let billing: Billing
  let off: () => Promise<void>
  group.setup(async () => {
    ;({ billing, off } = await billingOn())
    return () => off()
  })
  // What stays queued would be run by the workers of later tests.
  group.each.teardown(async () => {
    for (const teamId of made.splice(0)) {
      await withTeam(teamId, (trx) => trx.from('projects').delete())
    }
  })

  test('of one team with 500 workflows does not make another wait', async ({ assert }) => {
    const busy = await aPayingTeam(billing, 'team')
    const small = await aPayingTeam(billing, 'solo')
    await queueWorkflows(busy.teamId, 500)
    const [mine] = await queueWorkflows(small.teamId, 1)
    const teams = [busy.teamId, small.teamId]
    const taken = [await takeNext(teams), await takeNext(teams), await takeNext(teams), await takeNext(teams)]
    const place = taken.findIndex((lease) => lease?.workflowId === mine)
    assert.isAtMost(place, 1, 'the second hand that is free takes it, before 499 that came earlier')
    assert.isAtLeast(place, 0)
  })

  test('keeps a hand of each worker for teams that have nothing running', async ({ assert }) => {
    const busy = await aPayingTeam(billing, 'team')
    await queueWorkflows(busy.teamId, 20)
    const teams = [busy.teamId]
    const hands = new Hands(4)
    const held: { teamId: string; hand: Hand }[] = []
    const reach = async () => {
      const hand = hands.take()
      const lease = await takeNext(teams, hand)
      if (lease) held.push({ teamId: lease.teamId, hand })
      else hand.layDown()
      return lease?.teamId ?? null
    }
    const four = [await reach(), await reach(), await reach(), await reach()]
    assert.deepEqual(four, [busy.teamId, busy.teamId, busy.teamId, null])

    const first = await aPayingTeam(billing, 'solo')
    await queueWorkflows(first.teamId, 1)
    teams.push(first.teamId)
    assert.equal(await reach(), first.teamId, 'it begins while none of the long steps has ended')

    const second = await aPayingTeam(billing, 'solo')
    await queueWorkflows(second.teamId, 1)
    teams.push(second.teamId)
    held.shift()!.hand.layDown()
    assert.equal(await reach(), second.teamId, 'and the next hand that is free is the next newcomer’s')
  })

  test('takes the workflows of paying teams first, and one in ten of whoever waits', async ({ assert }) => {
    const free = await aTeam()
    const [early] = await queueWorkflows(free.teamId, 1)
    const paying = await aPayingTeam(billing)
    const [late] = await queueWorkflows(paying.teamId, 1)
    const teams = [free.teamId, paying.teamId]
    const order = (await nextOf(teams)).map((step) => step.workflow_id)
    assert.deepEqual(order, [late, early])
    const open = (await nextOf(teams, { anyPriority: true })).map((step) => step.workflow_id)
    assert.deepEqual(open, [early, late])
  })

  test('runs as many of a team at a time as its plan has, however many workers ask', async ({ assert }) => {
    const team = await aPayingTeam(billing, 'solo')
    const ids = await queueWorkflows(team.teamId, 8)
    const steps = await nextOf([team.teamId])
    assert.lengthOf(steps, 3)
    const { rows } = await stepsOf(team.teamId)
    const claims = await Promise.all(
      rows.map(({ id, workflow_id }) =>
        claimStep({ teamId: team.teamId, workflowId: workflow_id, stepId: id })
      )
    )
    const held = claims.filter((lease) => lease !== null)
    assert.lengthOf(held, 3)
    assert.lengthOf(await nextOf([team.teamId]), 0)
    await finish(team.teamId, held[0]!.workflowId)
    const [next] = await nextOf([team.teamId])
    assert.include(ids, next!.workflow_id)
  })

  test('goes on with what is under way before it begins something new of the same team', async ({
    assert,
  }) => {
    const team = await aPayingTeam(billing, 'solo')
    await queueWorkflows(team.teamId, 3)
    const first = (await takeNext([team.teamId]))!
    await new SettleStep().execute(first, { decision: { kind: 'advance' } })
    const [next] = await nextOf([team.teamId])
    assert.equal(next!.workflow_id, first.workflowId)
    assert.equal(next!.name, 'plan')
  })

  test('gives a step whose worker was lost to the next one before all others', async ({ assert }) => {
    const team = await aPayingTeam(billing, 'solo')
    await queueWorkflows(team.teamId, 2)
    const lost = (await takeNext([team.teamId]))!
    await abandon(lost.teamId, lost.stepId)
    const [next] = await nextOf([team.teamId])
    assert.equal(next!.step_id, lost.stepId)
    assert.equal((await takeNext([team.teamId]))!.claims, 2)
  })
})

const stepsOf = (teamId: string) =>
  withTeam(teamId, (trx) =>
    sql<{ id: string; workflow_id: string }>(
      trx,
      `select id, workflow_id from workflow_steps where status = 'queued'`
    )
  )

const abandon = (teamId: string, stepId: string) =>
  withTeam(teamId, (trx) =>
    trx
      .from('workflow_steps')
      .where('id', stepId)
      .update({ heartbeat_at: new Date(Date.now() - 60_000) })
  )

import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import { sql } from '#shared/database/sql'
import { enqueue, type Job, PermanentJobFailure } from '#shared/jobs/job'
import { JobRunner } from '#shared/jobs/runner'
import { startJobWorker, sweepJobs } from '#shared/jobs/worker'
import { until } from '#tests/support/system/until'
import { aTeam } from '#tests/support/team'

interface Note {
  text: string
}

/** A job that writes down what it was given, or does what it is told instead. */
function notes(instead?: (payload: Note, attempt: number) => void) {
  const seen: { text: string; teamId: string | null; attempt: number }[] = []
  const job: Job<Note> = {
    name: `test.note_${crypto.randomUUID()}`,
    maxAttempts: 2,
    async run(payload, { teamId, attempt }) {
      instead?.(payload, attempt)
      seen.push({ text: payload.text, teamId, attempt })
    },
  }
  return { job, seen }
}

const rowOf = async (id: string) => {
  const { rows } = await sql<{ status: string; last_error: string; attempts: number; id: string }>(
    db,
    'select * from list_jobs(null, 1000) where id = ?',
    [id]
  )
  return rows[0] ?? null
}

test.group('Background jobs', () => {
  test('run once with their team and payload, and are gone', async ({ assert }) => {
    const { teamId } = await aTeam()
    const { job, seen } = notes()
    const id = await withTeam(teamId, (trx) => enqueue(trx, job, { teamId, payload: { text: 'hello' } }))
    const runner = new JobRunner([job] as unknown as Job<object>[])
    await Promise.all([runner.run(id!), runner.run(id!), runner.run(id!)])
    assert.deepEqual(seen, [{ text: 'hello', teamId, attempt: 1 }])
    assert.isNull(await rowOf(id!))
  })

  test('do not exist when what they follow from was rolled back', async ({ assert }) => {
    const { teamId } = await aTeam()
    const { job } = notes()
    let id: string | null = null
    await assert.rejects(() =>
      withTeam(teamId, async (trx) => {
        id = await enqueue(trx, job, { teamId, payload: { text: 'never' } })
        throw new Error('changed my mind')
      })
    )
    assert.isNull(await rowOf(id!))
  })

  test('cannot be written for another team', async ({ assert }) => {
    const [ours, theirs] = [await aTeam(), await aTeam()]
    const { job } = notes()
    await assert.rejects(
      () =>
        withTeam(ours.teamId, (trx) =>
          enqueue(trx, job, { teamId: theirs.teamId, payload: { text: 'foreign' } })
        ),
      /row-level security/
    )
  })

  test('wait once per key', async ({ assert }) => {
    const { teamId } = await aTeam()
    const { job } = notes()
    const add = () =>
      withTeam(teamId, (trx) => enqueue(trx, job, { teamId, payload: { text: 'sync' }, key: teamId }))
    assert.isString(await add())
    assert.isNull(await add())
  })

  test('are tried again later, and end with the dead ones when that does not help', async ({ assert }) => {
    const { job, seen } = notes(() => {
      throw new Error('the other side is down')
    })
    const id = await db.transaction((trx) => enqueue(trx, job, { teamId: null, payload: { text: 'x' } }))
    const runner = new JobRunner([job] as unknown as Job<object>[])
    await runner.run(id!)
    assert.containsSubset(await rowOf(id!), { status: 'queued', attempts: 1 })
    await db.rawQuery('update jobs set run_at = now() where id = ?', [id!])
    await runner.run(id!)
    assert.containsSubset(await rowOf(id!), {
      status: 'dead',
      attempts: 2,
      last_error: 'the other side is down',
    })
    assert.lengthOf(seen, 0)
    const { rows } = await db.rawQuery('select replay_job(?) as replayed', [id!])
    assert.isTrue(rows[0].replayed)
    assert.containsSubset(await rowOf(id!), { status: 'queued', attempts: 0 })
  })

  test('are dead at once when trying again cannot help', async ({ assert }) => {
    const { job } = notes(() => {
      throw new PermanentJobFailure('the account is gone')
    })
    const id = await db.transaction((trx) => enqueue(trx, job, { teamId: null, payload: { text: 'x' } }))
    await new JobRunner([job] as unknown as Job<object>[]).run(id!)
    assert.containsSubset(await rowOf(id!), { status: 'dead', attempts: 1 })
  })

  test('are taken over from a worker that was killed', async ({ assert }) => {
    const { job, seen } = notes()
    const id = await db.transaction((trx) => enqueue(trx, job, { teamId: null, payload: { text: 'mine' } }))
    await db.rawQuery('select * from claim_job(?, gen_random_uuid(), 0)', [id!])
    await new JobRunner([job] as unknown as Job<object>[]).run(id!)
    assert.deepEqual(seen, [{ text: 'mine', teamId: null, attempt: 2 }])
  })

  test('come through the queue to a worker, also when the bell was lost or it is their time', async ({
    assert,
    cleanup,
  }) => {
    const { job, seen } = notes()
    const hourly: Job<Record<string, never>> = {
      name: `test.hourly_${crypto.randomUUID()}`,
      run: async () => void seen.push({ text: 'hourly', teamId: null, attempt: 1 }),
    }
    cleanup(
      await startJobWorker([job, hourly] as unknown as Job<never>[], [{ job: hourly, everyMs: 3_600_000 }])
    )
    const id = await db.transaction((trx) => enqueue(trx, job, { teamId: null, payload: { text: 'rung' } }))
    await until('rung', () => seen.some(({ text }) => text === 'rung'))
    await until('hourly', () => seen.some(({ text }) => text === 'hourly'))
    await db.rawQuery(`insert into jobs (name, payload) values (?, '{"text":"swept"}')`, [job.name])
    await sweepJobs()
    await until('swept', () => seen.some(({ text }) => text === 'swept'))
    assert.isNull(await rowOf(id!))
  })
})

import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import { listen } from '#shared/live/channel_listener'
import { announceToTeam, teamChannel } from '#workflows/services/live_channel'

async function heardBy(teamId: string, work: () => unknown) {
  const heard: unknown[] = []
  const stop = listen(teamChannel(teamId), (message) => heard.push(message))
  await wait(20)
  await work()
  await wait(300)
  stop()
  return heard
}

test.group('What a team hears of its workflows', () => {
  test('a single turn is told at once', async ({ assert }) => {
    const [teamId, workflowId] = [randomUUID(), randomUUID()]
    const heard = await heardBy(teamId, () => announceToTeam(teamId, workflowId, 7))
    assert.deepEqual(heard, [{ workflowId, to: 7 }])
  })

  test('a burst is told at its start and, with its latest turn, after it', async ({ assert }) => {
    const [teamId, workflowId] = [randomUUID(), randomUUID()]
    const heard = await heardBy(teamId, () => {
      for (let to = 1; to <= 50; to++) announceToTeam(teamId, workflowId, to)
    })
    assert.deepEqual(heard, [
      { workflowId, to: 1 },
      { workflowId, to: 50 },
    ])
  })

  test('one team does not hear the other', async ({ assert }) => {
    const teamId = randomUUID()
    const heard = await heardBy(teamId, () => announceToTeam(randomUUID(), randomUUID(), 1))
    assert.isEmpty(heard)
  })
})

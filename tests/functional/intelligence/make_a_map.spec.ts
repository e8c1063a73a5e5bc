import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import CancelMap from '#intelligence/actions/cancel_map'
import MapRepository from '#intelligence/actions/map_repository'
import RefreshMap from '#intelligence/actions/refresh_map'
import { showMap } from '#intelligence/queries/show_map'
import { showRules } from '#intelligence/queries/show_rules'
import { showTimeline } from '#intelligence/queries/show_timeline'
import { openMapOf } from '#intelligence/services/map_cache'
import { removeOldMaps } from '#intelligence/services/prune_maps'
import { requestMap } from '#intelligence/services/request_map'
import { aGraph, aMap } from '#tests/support/maps'
import { runningSystem, startEngine, stopProcess, untilWorkflow } from '#tests/support/running_system'
import { aSampleProject, aTeam, type Team } from '#tests/support/team'
import CreateWorkflow from '#workflows/actions/create_workflow'

const never = new AbortController().signal

const mapsOf = (
  teamId: string,
  projectId: string
): Promise<{ id: string; status: string; cause: string }[]> =>
  withTeam(teamId, (trx) =>
    trx.from('code_maps').where('project_id', projectId).select('id', 'status', 'cause').orderBy('created_at')
  )

async function makeWaiting({ teamId }: Team, projectId: string) {
  const waiting = (await mapsOf(teamId, projectId)).find(({ status }) => status === 'queued')
  await new MapRepository().execute({ teamId, mapId: waiting!.id, lastTry: true, signal: never })
  return waiting!.id
}

/** Adds a file to a bare repository, as somebody else would by pushing. */
function pushFile(remote: string, name: string, text: string) {
  const dir = mkdtempSync(join(tmpdir(), 'push-'))
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', dir, '-c', 'user.name=Grace', '-c', 'user.email=grace@example.test', ...args])
  execFileSync('git', ['clone', '-q', remote, dir])
  writeFileSync(join(dir, name), text)
  git('add', '-A')
  git('commit', '-q', '-m', `Add ${name}`)
  git('push', '-q', 'origin', 'HEAD')
  rmSync(dir, { recursive: true })
}

test.group('Making a map', (group) => {
  group.setup(async () => {
    const engine = await startEngine()
    return () => stopProcess(engine)
  })

  test('a new project has one waiting, which is made of its default branch', async ({ assert }) => {
    const team = await aTeam()
    const project = await aSampleProject(team)
    await makeWaiting(team, project.id)
    const { map, progress } = await showMap(team.teamId, project.id)
    assert.isNull(progress, JSON.stringify(progress))
    assert.equal(map?.cause, 'added')
    assert.equal(map?.branch, 'main')
    assert.isAbove(map!.totals.files, 10)
    const { graph } = await openMapOf(team.teamId, project.id)
    assert.equal(graph.files.length, map!.totals.files)
    assert.isTrue(graph.nodes.has('src/range.ts'))
  })

  test('a push is mapped anew with its history and its rules; the same commit is mapped once', async ({
    assert,
  }) => {
    const team = await aTeam()
    const project = await aSampleProject(team)
    await makeWaiting(team, project.id)
    pushFile(
      project.remote,
      '.agentops.yml',
      'architecture:\n  forbid:\n    - { from: [src/range.ts], to: [src/compare.ts], because: ranges stand alone }\n'
    )
    for (let times = 0; times < 2; times++) {
      await withTeam(team.teamId, (trx) =>
        requestMap(trx, { teamId: team.teamId, projectId: project.id, cause: 'push' })
      )
      await makeWaiting(team, project.id)
    }
    const made = await mapsOf(team.teamId, project.id)
    assert.deepEqual(
      made.map(({ status, cause }) => `${cause} ${status}`),
      ['added ready', 'push ready']
    )
    const map = await openMapOf(team.teamId, project.id)
    assert.deepEqual(
      showRules(map).violations.map(({ from, to, rule, ruleLine }) => [from.path, to.path, rule, ruleLine]),
      [['src/range.ts', 'src/compare.ts', 'ranges stand alone', 3]]
    )
    const timeline = showTimeline(map)
    assert.isAtLeast(timeline.commits, 2)
    assert.equal(timeline.latest[0]?.subject, 'Add .agentops.yml')
    assert.equal(timeline.latest[0]?.author, 'Grace')
  })

  test('mistaken rules are told with the map and keep nobody from it', async ({ assert }) => {
    const team = await aTeam()
    const project = await aSampleProject(team)
    pushFile(project.remote, '.agentops.yml', 'architecture:\n  layers: 3\n')
    await makeWaiting(team, project.id)
    const { problems } = showRules(await openMapOf(team.teamId, project.id))
    assert.deepEqual(
      problems.map(({ line }) => line),
      [2]
    )
  })

  test('a repository that is gone fails it with a sentence, and the map before it stays', async ({
    assert,
  }) => {
    const team = await aTeam()
    const project = await aSampleProject(team)
    await makeWaiting(team, project.id)
    rmSync(project.remote, { recursive: true })
    await new RefreshMap().execute({ teamId: team.teamId, projectId: project.id, userId: team.user.id })
    await makeWaiting(team, project.id)
    const { map, progress } = await showMap(team.teamId, project.id)
    assert.equal(progress?.status, 'failed')
    assert.isNotEmpty(progress?.error)
    assert.isNotNull(map)
  })

  test('cancelled while it waits, it is not made; asked for twice, it is made once', async ({ assert }) => {
    const team = await aTeam()
    const project = await aSampleProject(team)
    const [waiting] = await mapsOf(team.teamId, project.id)
    await new CancelMap().execute({ teamId: team.teamId, projectId: project.id })
    await new MapRepository().execute({
      teamId: team.teamId,
      mapId: waiting!.id,
      lastTry: true,
      signal: never,
    })
    assert.deepEqual(
      (await mapsOf(team.teamId, project.id)).map(({ status }) => status),
      ['cancelled']
    )
    const input = { teamId: team.teamId, projectId: project.id, userId: team.user.id }
    await new RefreshMap().execute(input)
    await new RefreshMap().execute(input)
    assert.lengthOf(await mapsOf(team.teamId, project.id), 2)
  })

  test('another team can neither refresh nor cancel it', async ({ assert }) => {
    const team = await aTeam()
    const other = await aTeam()
    const project = await aSampleProject(team)
    const input = { teamId: other.teamId, projectId: project.id, userId: other.user.id }
    assert.deepEqual(await new RefreshMap().execute(input), { ok: false, error: 'not_found' })
    assert.deepEqual(await new CancelMap().execute(input), { ok: false, error: 'not_found' })
    assert.deepEqual(
      (await mapsOf(team.teamId, project.id)).map(({ status }) => status),
      ['queued']
    )
  })

  test('old maps go when the plan keeps no longer history, the newest stays', async ({ assert }) => {
    const team = await aTeam()
    const project = await aSampleProject(team)
    const graph = aGraph({ 'a.ts': {} })
    const old = await aMap(team.teamId, project.id, { graph, commit: 'a'.repeat(40) })
    const newest = await aMap(team.teamId, project.id, { graph, commit: 'b'.repeat(40) })
    const ids = async () => (await mapsOf(team.teamId, project.id)).map(({ id }) => id)
    const age = (id: string, days: number) =>
      withTeam(team.teamId, (trx) =>
        trx
          .from('code_maps')
          .where('id', id)
          .update({ finished_at: new Date(Date.now() - days * 86_400_000) })
      )
    await age(old, 61)
    await age(newest, 60.5)
    await removeOldMaps(team.teamId, project.id, null)
    assert.sameMembers(await ids(), [old, newest])
    await removeOldMaps(team.teamId, project.id, 60)
    assert.deepEqual(await ids(), [newest])
  })
})

test.group('A map after a workflow', (group) => {
  group.setup(runningSystem)

  test('is made of the graph that the workflow has read', async ({ assert }) => {
    const team = await aTeam()
    const project = await aSampleProject(team)
    await new CancelMap().execute({ teamId: team.teamId, projectId: project.id })
    const created = await new CreateWorkflow().execute({
      teamId: team.teamId,
      userId: team.user.id,
      projectId: project.id,
      task: 'remove unused imports',
    })
    if (!created.ok) throw new Error(String(created.error))
    await untilWorkflow(team.teamId, created.value.id)
    const waiting = (await mapsOf(team.teamId, project.id)).find(({ status }) => status === 'queued')
    assert.equal(waiting?.cause, 'workflow')
    await makeWaiting(team, project.id)
    const { map } = await showMap(team.teamId, project.id)
    assert.equal(map?.cause, 'workflow')
    assert.isAbove(map!.totals.symbols, 10)
  }).timeout(120_000)
})

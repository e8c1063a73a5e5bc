import { test } from '@japa/runner'
import MapRepository from '#intelligence/actions/map_repository'
import { showMap } from '#intelligence/queries/show_map'
import { withTeam } from '#accounts/services/tenancy'
import { startEngine, stopProcess } from '#tests/support/running_system'
import { aSampleProject, aTeam } from '#tests/support/team'

const never = new AbortController().signal

async function queuedMap(teamId: string, projectId: string): Promise<string> {
  const row = await withTeam(teamId, (trx) =>
    trx.from('code_maps').where({ project_id: projectId, status: 'queued' }).select('id').firstOrFail()
  )
  return row.id
}

test.group('Making a map', (group) => {
  group.setup(async () => {
    const engine = await startEngine()
    return () => stopProcess(engine)
  })

  test('a new project has one waiting, which is made of its default branch', async ({ assert }) => {
    const team = await aTeam()
    const project = await aSampleProject(team)
    const mapId = await queuedMap(team.teamId, project.id)
    await new MapRepository().execute({ teamId: team.teamId, mapId, lastTry: true, signal: never })
    const { map, progress } = await showMap(team.teamId, project.id)
    assert.isNull(progress, JSON.stringify(progress))
    assert.equal(map?.cause, 'added')
    assert.isAbove(map!.totals.files, 5)
    assert.isAbove(map!.totals.symbols, 5)
    assert.equal(map?.branch, 'main')
  })
})

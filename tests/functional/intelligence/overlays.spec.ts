import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import { aGraph, aMap } from '#tests/support/maps'
import { aSampleProject, aTeam, type Team } from '#tests/support/team'
import CreateWorkflow from '#workflows/actions/create_workflow'
import { jsonArtifact, type NewArtifact, storeArtifacts, textArtifact } from '#workflows/services/artifacts'

const graph = aGraph({
  'src/a.ts': { symbols: ['a'] },
  'src/b.ts': { symbols: ['b'], unresolved: ['gone'] },
  'src/c.ts': { symbols: ['c'] },
  'lib/d.ts': { symbols: ['d'] },
})
const churn = {
  commits: 10,
  from: null,
  to: null,
  files: { 'src/a.ts': { commits: 8, authors: 2, last: '2026-11-01T00:00:00Z' } },
  weeks: [],
  latest: [],
}
const patch = `diff --git a/src/b.ts b/src/b.ts
--- a/src/b.ts
+++ b/src/b.ts
@@ -1,1 +1,1 @@
-function b() {}
+function b() { return 1 }
`
const coverage = (path: string, covered: number[], executable: number[]) => ({ path, covered, executable })

async function aMapped() {
  const team = await aTeam()
  const project = await aSampleProject(team)
  await aMap(team.teamId, project.id, { graph, churn })
  return { ...team, projectId: project.id }
}

/** A workflow with what its steps have left; its newest verdict is the workflow's. */
async function aWorkflowWith({ teamId }: Team, projectId: string, artifacts: NewArtifact[]) {
  const made = await new CreateWorkflow().execute({ teamId, userId: null, projectId, task: 'change b' })
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  const { id } = made.value
  await withTeam(teamId, async (trx) => {
    const step = await trx.from('workflow_steps').where('workflow_id', id).select('id').firstOrFail()
    await storeArtifacts(trx, { teamId, workflowId: id, stepId: step.id }, artifacts)
    const verdict = await trx
      .from('workflow_artifacts')
      .where({ workflow_id: id, kind: 'verdict' })
      .select('id')
      .first()
    if (verdict) await trx.from('workflows').where('id', id).update({ verdict_id: verdict.id })
  })
  return id
}

interface Shaded {
  id: string
  shade: { value: number; of: number | null; strength: number } | null
}

test.group('Overlays of the map', () => {
  test('coverage is the base run with the patched files over it, folders the sum of their files', async ({
    assert,
    client,
  }) => {
    const team = await aMapped()
    const before = { pct: 50, covered: 1, total: 2 }
    await aWorkflowWith(team, team.projectId, [
      jsonArtifact('base_run', {
        base: {
          coverage: [coverage('src/a.ts', [1, 2, 3], [1, 2, 3, 4]), coverage('src/b.ts', [1], [1, 2])],
        },
      }),
      jsonArtifact('verdict', {
        coverage: { changes: [{ path: 'src/b.ts', before, after: { pct: 100, covered: 6, total: 6 } }] },
      }),
    ])
    const response = await client
      .get(`/intelligence/${team.projectId}/view?overlay=coverage&open[]=dir:src`)
      .loginAs(team.user)
    const shades = new Map((response.body().nodes as Shaded[]).map(({ id, shade }) => [id, shade]))
    assert.deepEqual(shades.get('src/a.ts'), { value: 3, of: 4, strength: 0.75 })
    assert.deepEqual(shades.get('src/b.ts'), { value: 6, of: 6, strength: 1 })
    assert.isNull(shades.get('src/c.ts')!)
    assert.deepEqual(shades.get('dir:src'), { value: 9, of: 10, strength: 0.9 })
    assert.isFalse(response.body().overlayMissing)
  })

  test('edits are the files that a workflow has changed', async ({ assert, client }) => {
    const team = await aMapped()
    const workflow = await aWorkflowWith(team, team.projectId, [textArtifact('patch', patch)])
    const url = `/intelligence/${team.projectId}/view?overlay=edits&workflow=${workflow}&open[]=dir:src`
    const shades = new Map(
      ((await client.get(url).loginAs(team.user)).body().nodes as Shaded[]).map(({ id, shade }) => [
        id,
        shade?.value,
      ])
    )
    assert.equal(shades.get('src/b.ts'), 1)
    assert.equal(shades.get('src/a.ts'), 0)
    assert.equal(shades.get('dir:src'), 1)
    const search = await client
      .get(`/intelligence/${team.projectId}/search?workflow=${workflow}`)
      .loginAs(team.user)
    assert.deepEqual([...new Set(search.body().hits.map(({ path }: { path: string }) => path))], ['src/b.ts'])
  })

  test('churn and unresolved references have their shades', async ({ assert, client }) => {
    const team = await aMapped()
    const shadeOf = async (overlay: string, id: string) => {
      const url = `/intelligence/${team.projectId}/view?overlay=${overlay}&open[]=dir:src`
      const { nodes } = (await client.get(url).loginAs(team.user)).body() as { nodes: Shaded[] }
      return nodes.find((node) => node.id === id)!.shade
    }
    assert.deepEqual(await shadeOf('churn', 'src/a.ts'), { value: 8, of: 10, strength: 1 })
    assert.equal((await shadeOf('churn', 'src/b.ts'))!.value, 0)
    assert.equal((await shadeOf('unresolved', 'src/b.ts'))!.value, 1)
    assert.equal((await shadeOf('unresolved', 'src/a.ts'))!.value, 0)
  })

  test('where nothing was measured or changed, it is said', async ({ assert, client }) => {
    const team = await aMapped()
    for (const overlay of ['coverage', 'edits']) {
      const response = await client
        .get(`/intelligence/${team.projectId}/view?overlay=${overlay}`)
        .loginAs(team.user)
      assert.isTrue(response.body().overlayMissing, overlay)
    }
  })
})

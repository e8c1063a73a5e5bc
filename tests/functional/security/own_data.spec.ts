import { symlinkSync, unlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import AddProject from '#projects/actions/add_project'
import env from '#start/env'
import { aSampleProject, aTeam } from '#tests/support/team'

test.group("The installation's own folder", () => {
  test("is no remote: another team's repository cannot be added by its path", async ({
    assert,
    ...context
  }) => {
    const theirs = await aSampleProject(await aTeam())
    const mine = await aTeam()
    const link = join(tmpdir(), `agentops-link-${crypto.randomUUID()}`)
    symlinkSync(env.get('DATA_DIR'), link)
    context.test.cleanup(() => unlinkSync(link))
    const roundabout = theirs.remote.replace(env.get('DATA_DIR'), link)
    for (const url of [
      theirs.remote,
      `${theirs.remote}/../${theirs.id}.git/`,
      `${theirs.remote}/.`,
      roundabout,
    ]) {
      const result = await new AddProject().execute({ teamId: mine.teamId, userId: null, source: 'git', url })
      assert.isFalse(result.ok, url)
      if (!result.ok) assert.include(result.error.message, 'AgentOps itself')
    }
  })
})

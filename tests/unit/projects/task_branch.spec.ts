import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { fetchMirror } from '#projects/git/mirror'
import { probeRemote } from '#projects/git/probe'
import { highestTask, taskBranch } from '#projects/git/task_branch'
import { errorOf, git, makeRemote, scratch } from '#tests/unit/projects/git_fixture'

const credential = null

test.group('Branches of tasks', () => {
  test('are numbered on from the highest that a remote has', async ({ assert, cleanup }) => {
    const { bare, remote } = await makeRemote(await scratch(cleanup), { 'a.txt': '1\n' })
    const highest = async () => highestTask((await probeRemote({ remote, credential })).branches)
    assert.equal(await highest(), 0)
    for (const number of [2, 41, 9]) git(bare, ['branch', taskBranch(number), 'main'])
    assert.equal(await highest(), 41)
  })

  test('are told from others that look like them', ({ assert }) => {
    const others = [
      'ia-task-3',
      'x/feature/ia-task-3',
      'feature/ia-task-03',
      'feature/ia-task-3-b',
      'feature/ia-task-',
    ]
    assert.equal(highestTask(others), 0)
    assert.equal(highestTask(['feature/ia-task-99999999999999999999']), 0, 'more than can be counted on')
  })
})

test.group('A remote that lacks objects', () => {
  test('is told as damaged, and not as out of reach', async ({ assert, cleanup }) => {
    const made = await makeRemote(await scratch(cleanup), { 'a.txt': '1\n', 'b/c.txt': '2\n' })
    const { bare, mirrorDir, remote } = made
    const tree = git(bare, ['rev-parse', 'HEAD^{tree}'])
    const objects = join(bare, 'objects')
    for (const pack of readdirSync(join(objects, 'pack'))) {
      if (!pack.endsWith('.pack')) continue
      throw new Error('the fixture is packed')
    }
    rmSync(join(objects, tree.slice(0, 2), tree.slice(2)), { force: true })
    const error = await errorOf(fetchMirror({ mirrorDir, remote, credential }))
    assert.equal(error.code, 'failed')
    assert.match(error.message, /^The repository at the remote is damaged/)
    assert.notMatch(error.message, /could not be reached/)
  })
})

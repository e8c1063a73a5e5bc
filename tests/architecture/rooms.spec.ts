import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'

function trackedFiles() {
  const root = app.makePath('')
  const output = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  })
  return output.toString().split('\n').filter(Boolean)
}

test.group('Rooms', () => {
  test('lie at app/<domain>/<room>/<file>, and only git hosts and deep services go further', ({ assert }) => {
    const rooms = /^app\/[a-z_]+\/[a-z_]+\/[a-z0-9_]+\.ts$|^app\/[a-z_]+\/[a-z_]+\.ts$/
    const further = /^app\/(projects\/git|workflows\/sandbox|workflows\/verification)\/[a-z_]+\//
    const misplaced = trackedFiles().filter(
      (file) => /^app\/.*\.ts$/.test(file) && !rooms.test(file) && !further.test(file)
    )
    assert.deepEqual(misplaced, [])
  })

  test('have no drawer for everything', ({ assert }) => {
    const drawers = trackedFiles().filter((file) =>
      /(^|\/)(utils?|helpers?|common|misc)(\/|\.tsx?$)/.test(file)
    )
    assert.deepEqual(drawers, [])
  })

  test('read the environment in the two env files alone', async ({ assert }) => {
    const readers: string[] = []
    for (const file of trackedFiles().filter((name) =>
      /^(app|engine\/src|providers|config|commands)\/.*\.ts$/.test(name)
    )) {
      if (file === 'engine/src/env.ts') continue
      if (/process\.env\b/.test(await readFile(app.makePath(file), 'utf8'))) readers.push(file)
    }
    // Git's environment is built from the machine's, not from our settings; the other one writes code for projects.
    assert.sameMembers(readers, [
      'app/projects/git/environment.ts',
      'engine/src/recipes/health_endpoint/test_lines.ts',
    ])
  })

  test('keep their files small enough to read at once', async ({ assert }) => {
    const long: string[] = []
    for (const file of trackedFiles().filter((name) =>
      /^(app|engine\/src|inertia|bin|providers)\/.*\.tsx?$/.test(name)
    )) {
      const lines = (await readFile(app.makePath(file), 'utf8')).split('\n').length
      if (lines > 300) long.push(`${basename(file)}: ${lines}`)
    }
    assert.deepEqual(long, [])
  })
})

import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import env from '#start/env'
import { anApiUser, projectRows } from '#tests/support/api'

const run = promisify(execFile)
const url = `http://${env.get('HOST')}:${env.get('PORT')}`

test.group('The command line as a package', () => {
  test('is one file that works in an empty folder, with nothing else from a registry', async ({
    assert,
    cleanup,
  }) => {
    const folder = await mkdtemp(join(tmpdir(), 'agentops-package-'))
    cleanup(() => rm(folder, { recursive: true, force: true }))
    await run(process.execPath, [app.makePath('bin/pack_cli.ts'), folder])
    const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz'))!
    const cwd = await mkdtemp(join(tmpdir(), 'agentops-empty-'))
    cleanup(() => rm(cwd, { recursive: true, force: true }))
    const variables = { PATH: process.env.PATH, HOME: cwd, NO_COLOR: '1' }
    await run('npm', ['install', '--offline', '--no-audit', '--no-fund', join(folder, archive)], {
      cwd,
      env: variables,
    })
    assert.deepEqual(
      (await readdir(join(cwd, 'node_modules'))).filter((name) => !name.startsWith('.')),
      ['agentops']
    )
    const user = await anApiUser()
    await projectRows(user.teamId, ['shop'])
    const agentops = (...args: string[]) =>
      run(join(cwd, 'node_modules/.bin/agentops'), args, {
        cwd,
        env: { ...variables, AGENTOPS_URL: url, AGENTOPS_TOKEN: user.token },
      })
    assert.include((await agentops('--help')).stdout, 'Exit codes')
    assert.include((await agentops('projects')).stdout, 'shop')
  }).timeout(120_000)
})

import { spawn } from 'node:child_process'
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { runCommand, runHostile, workspace } from './hostile_run.js'

test.group('Sandbox: escape', () => {
  test('a symbolic link out of the workspace leads nowhere', async ({ assert, cleanup }) => {
    const { folder, remove } = await workspace()
    cleanup(remove)
    const outside = join(folder, '../outside')
    await mkdir(outside)
    await writeFile(join(outside, 'kept'), 'as it was')
    await symlink('/etc/shadow', join(folder, 'shadow'))
    await symlink(outside, join(folder, 'folder'))
    await symlink(join(outside, 'kept'), join(folder, 'file'))

    const attempt =
      'cat shadow; echo x > file; echo x > folder/new; mkdir -p folder/sub; chmod 777 file folder'
    const { stdout } = await runCommand(['sh', '-c', attempt], { workdir: folder })

    assert.equal(stdout, '')
    assert.deepEqual(await readdir(outside), ['kept'])
    assert.equal(await readFile(join(outside, 'kept'), 'utf8'), 'as it was')
  })

  test('the system cannot be written, mounted over or left', async ({ assert }) => {
    const { stdout } = await runHostile('write_system.sh')
    assert.equal(stdout, 'done\n')
  })

  test('a daemon left behind is dead when the run resolves', async ({ assert, cleanup }) => {
    const { folder, remove } = await workspace()
    cleanup(remove)
    const { stdout, strays, result } = await runHostile('leave_daemon.sh', [], { workdir: folder })
    const lastSign = await readFile(join(folder, 'alive'), 'utf8')
    await sleep(300)
    assert.equal(result.exitCode, 0)
    assert.equal(stdout, 'finished\n')
    assert.deepEqual(strays, [])
    assert.equal(await readFile(join(folder, 'alive'), 'utf8'), lastSign)
  })

  test('processes outside can neither be seen nor killed', async ({ assert, cleanup }) => {
    const bystander = spawn('sleep', ['30'])
    cleanup(() => void bystander.kill())
    const { stdout } = await runHostile('kill_others.sh', [String(bystander.pid)])
    assert.equal(stdout, 'others:\n')
    assert.isNull(bystander.exitCode)
    assert.isNull(bystander.signalCode)
  })

  test('arguments that look like options reach the command as they are', async ({ assert }) => {
    const words = ['--bind', '/', '/host', '--', '-c', '--share-net', 'a b', '$(id)', "'", '']
    const { stdout } = await runCommand(['printf', '[%s]', ...words])
    assert.equal(stdout, words.map((word) => `[${word}]`).join(''))
  })

  test('a command that looks like an option is a missing command', async ({ assert }) => {
    for (const name of ['--version', '--help', '-c']) {
      const { result, stdout } = await runCommand([name, 'true'])
      assert.equal(stdout, '')
      assert.notEqual(result.exitCode, 0)
    }
  })

  test('variables that load code act only after privileges are gone', async ({ assert }) => {
    const env = { LD_PRELOAD: '/workspace/evil.so', BASH_ENV: '/workspace/evil', ENV: '/workspace/evil' }
    const { folder, remove } = await workspace()
    await writeFile(join(folder, 'evil'), 'id -u > /workspace/ran-as\n')
    const { stdout, stderr } = await runCommand(['bash', '-c', 'echo end'], { env, workdir: folder })
    const files = await readdir(folder)
    const ranAs = files.includes('ran-as') ? await readFile(join(folder, 'ran-as'), 'utf8') : ''
    await remove()
    assert.equal(stdout, 'end\n')
    assert.equal(ranAs, '1000\n')
    assert.notInclude(stderr, 'setpriv')
  })
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { isProcessAlive, processIdentity } from '#shared/process_identity'
import { clearLeftovers, ownWorkspacesDir, workspacesDir } from '#workflows/services/leftovers'

async function workspaceOf(name: string) {
  const folder = join(workspacesDir(), name, 'a-step', 'patched.sandbox-Ab12')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'file'), '')
  return folder
}

/** A process of this machine that is no more. */
async function ended(): Promise<string> {
  const child = spawn('true')
  await once(child, 'exit')
  return `${child.pid}.1`
}

test.group('Leftovers of workers that were killed', (group) => {
  group.each.setup(() => () => rm(workspacesDir(), { recursive: true, force: true }))

  test('a process is known by its number and its beginning', async ({ assert }) => {
    assert.isTrue(await isProcessAlive(processIdentity))
    assert.isFalse(await isProcessAlive(`${process.pid}.1`))
    assert.isFalse(await isProcessAlive(await ended()))
  })

  test('workspaces of a dead worker go, even what repository code has closed', async ({ assert }) => {
    const closed = await workspaceOf(`${hostname()}~${await ended()}`)
    await chmod(closed, 0)
    await clearLeftovers()
    assert.deepEqual(await readdir(workspacesDir()), [])
  })

  test('workspaces of workers that run stay, on this machine and on others', async ({ assert }) => {
    const own = ownWorkspacesDir().slice(workspacesDir().length + 1)
    await workspaceOf(own)
    await workspaceOf('another-machine~7.1234')
    await clearLeftovers()
    assert.sameMembers(await readdir(workspacesDir()), [own, 'another-machine~7.1234'])
  })

  test('workspaces that nobody has touched for a day go, whosever they are', async ({ assert }) => {
    await workspaceOf('another-machine~7.1234')
    const dayBeforeYesterday = Date.now() / 1000 - 2 * 24 * 3600
    await utimes(join(workspacesDir(), 'another-machine~7.1234'), dayBeforeYesterday, dayBeforeYesterday)
    await clearLeftovers()
    assert.deepEqual(await readdir(workspacesDir()), [])
  })

  test('git of a dead worker ends, git of one that runs goes on', async ({ assert }) => {
    const git = (owner: string) =>
      spawn('sleep', ['60'], { env: { AGENTOPS_STARTED_BY: owner, PATH: process.env.PATH }, stdio: 'ignore' })
    const [orphan, other] = [git(await ended()), git(processIdentity)]
    await Promise.all([once(orphan, 'spawn'), once(other, 'spawn')])
    const gone = once(orphan, 'exit')
    await clearLeftovers()
    assert.deepEqual(await gone, [null, 'SIGKILL'])
    assert.isNull(other.exitCode ?? other.signalCode)
    other.kill('SIGKILL')
  })
})

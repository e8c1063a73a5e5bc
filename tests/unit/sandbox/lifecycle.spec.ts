import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { lstat, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { test } from '@japa/runner'
import { SandboxError } from '#workflows/sandbox/contract'
import { processesWith, runCommand, runHostile, workspace } from './hostile_run.js'

test.group('Sandbox: lifecycle', () => {
  test('exit codes and signals are told apart', async ({ assert }) => {
    const plain = await runCommand(['sh', '-c', 'exit 3'])
    const signalled = await runCommand(['sh', '-c', 'kill -SEGV $$'])
    const missing = await runCommand(['no-such-command'])
    assert.deepInclude(plain.result, { exitCode: 3, signal: null, stoppedBy: null })
    assert.deepInclude(signalled.result, { exitCode: 139, signal: 'SIGSEGV', stoppedBy: null })
    assert.equal(missing.result.exitCode, 127)
  })

  test('an abort ends everything', async ({ assert }) => {
    const abort = new AbortController()
    let asked = 0
    const onOutput = () => {
      asked = performance.now()
      abort.abort()
    }
    const command = 'trap "" TERM INT HUP; setsid sleep 100 & echo up; while :; do sleep 1; done'
    const { result, strays } = await runCommand(['sh', '-c', command], { signal: abort.signal, onOutput })
    assert.isBelow(performance.now() - asked, 10_000)
    assert.deepEqual(result.stoppedBy, { limit: 'cancelled', sentence: 'stopped: cancelled' })
    assert.deepEqual(strays, [])
  })

  test('a run aborted before it begins leaves nothing', async ({ assert }) => {
    const { result, strays } = await runCommand(['sleep', '5'], { signal: AbortSignal.abort() })
    assert.equal(result.stoppedBy?.limit, 'cancelled')
    assert.deepEqual(strays, [])
  })

  test('the sandbox dies with a worker that is killed', async ({ assert, cleanup }) => {
    const { folder, remove } = await workspace()
    cleanup(remove)
    const mark = randomUUID()
    const script = fileURLToPath(new URL('../../fixtures/sandbox_worker.ts', import.meta.url))
    const worker = spawn(process.execPath, ['--import=@poppinss/ts-exec', script, folder, mark], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(worker.stdout, 'data')
    assert.isNotEmpty(await processesWith(mark))
    worker.kill('SIGKILL')
    await once(worker, 'exit')
    for (let waited = 0; waited < 1000 && (await processesWith(mark)).length > 0; waited += 50)
      await sleep(50)
    assert.deepEqual(await processesWith(mark), [])
  }).timeout(20_000)

  test('the workspace comes back readable, deletable and without traps', async ({ assert }) => {
    const { folder, remove } = await workspace()
    await runHostile('plant_files.sh', [], { workdir: folder })
    const names = (await readdir(folder)).sort()
    assert.deepEqual(names, ['closed', 'link', 'plant_files.sh', 'sealed', 'setuid'])
    assert.equal((await lstat(join(folder, 'setuid'))).mode & 0o6000, 0)
    assert.isTrue((await lstat(join(folder, 'link'))).isSymbolicLink())
    assert.equal(await readFile(join(folder, 'closed/inner/file'), 'utf8'), 'x\n')
    for (const name of names) assert.equal((await lstat(join(folder, name))).uid, process.getuid?.())
    await rm(folder, { recursive: true })
    assert.deepEqual(await readdir(join(folder, '..')), [])
    await remove()
  })

  test('output passes as data, with ANSI, HTML and broken bytes', async ({ assert }) => {
    const { stdout } = await runHostile('inject_output.sh')
    const expected =
      '\x1b[31mred\x1b[0m <script>alert(1)</script> \x1b]0;title\x07 \r\n::set-output name=x::y\n'
    assert.equal(stdout, `${expected}é€😀\uFFFD\n`)
  })

  test('stdout and stderr can be opened by name', async ({ assert }) => {
    const said = await runCommand(['sh', '-c', 'echo out > /dev/stdout; echo err > /dev/stderr'])
    assert.equal(said.stdout, 'out\n')
    assert.equal(said.stderr, 'err\n')
  })

  test('results go to /output and a mounted cache can only be read', async ({ assert, cleanup }) => {
    const { folder, remove } = await workspace()
    cleanup(remove)
    const [workdir, outputDir, cache] = ['code', 'out', 'cache'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    for (const path of [workdir, outputDir, cache]) await mkdir(path)
    const readOnlyMounts = [{ from: cache, to: '/home/sandbox/.npm/_cacache' }]
    const attempt = 'echo made > /output/file; echo x > ~/.npm/_logs; echo x > ~/.npm/_cacache/x'
    const { stderr } = await runCommand(['sh', '-c', attempt], { workdir, outputDir, readOnlyMounts })
    assert.equal(await readFile(join(outputDir, 'file'), 'utf8'), 'made\n')
    assert.deepEqual(await readdir(cache), [])
    assert.equal(stderr.match(/Read-only/g)?.length, 1)
    assert.equal(stderr.trim().split('\n').length, 1)
  })

  test('npm test runs with the Node that was asked for', async ({ assert, cleanup }) => {
    const { folder, remove } = await workspace()
    cleanup(remove)
    const manifest = { name: 'sample', scripts: { test: 'node -p process.version' } }
    await writeFile(join(folder, 'package.json'), JSON.stringify(manifest))
    const { stdout, result } = await runCommand(['npm', 'test'], { workdir: folder })
    assert.equal(result.exitCode, 0)
    assert.include(stdout, `\n${process.version}\n`)
  }).timeout(20_000)

  test('a sandbox that cannot be set up is an error, not a result', async ({ assert }) => {
    const error = await runCommand(['true'], { workdir: '/no/such/folder' }).catch((reason) => reason)
    assert.instanceOf(error, SandboxError)
    const mount = { readOnlyMounts: [{ from: '/no/such/cache', to: '/cache' }] }
    const unmounted = await runCommand(['true'], mount).catch((reason) => reason)
    assert.instanceOf(unmounted, SandboxError)
    assert.include(unmounted.message, '/no/such/cache')
    const hostile = { readOnlyMounts: [{ from: '/usr', to: '/workspace/link/usr' }] }
    assert.instanceOf(await runCommand(['true'], hostile).catch((reason) => reason), SandboxError)
  })

  test('a workspace with a repository in it is refused', async ({ assert, cleanup }) => {
    const { folder, remove } = await workspace()
    cleanup(remove)
    await mkdir(join(folder, '.git'))
    const error = await runCommand(['true'], { workdir: folder }).catch((reason) => reason)
    assert.instanceOf(error, SandboxError)
    assert.include(error.message, '.git')
  })
})

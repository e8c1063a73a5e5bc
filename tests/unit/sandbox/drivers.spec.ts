import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { defaultLimits, SandboxError } from '#workflows/sandbox/contract'
import { dockerArguments } from '#workflows/sandbox/docker/arguments'
import { createSandbox } from '#workflows/sandbox/registry'
import { stopAt } from '#workflows/sandbox/stop_sentence'
import { UnconfinedSandbox } from '#workflows/sandbox/unconfined/unconfined_sandbox'
import { runCommand, runHostile, workspace } from './hostile_run.js'

test.group('Sandbox drivers: choice', () => {
  test('nothing asked for takes the best that works, never none', async ({ assert }) => {
    const choice = await createSandbox({})
    assert.isTrue(choice.ok)
    if (choice.ok) assert.notEqual(choice.sandbox.name, 'none')
  })

  test('docker without an engine is refused in one sentence', async ({ assert }) => {
    const choice = await createSandbox({ driver: 'docker', dockerHost: 'unix:///nonexistent/docker.sock' })
    assert.isFalse(choice.ok)
    if (!choice.ok) assert.match(choice.message, /^No docker engine answers: .*systemctl start docker.*\.$/)
  })

  test('none is given only when it is named', async ({ assert }) => {
    const choice = await createSandbox({ driver: 'none' })
    assert.isTrue(choice.ok && choice.sandbox.name === 'none')
  })

  test('sentences name limits in the units people use', ({ assert }) => {
    const sentence = (limit: keyof typeof defaultLimits, value: number) =>
      stopAt(limit, { ...defaultLimits, [limit]: value }).sentence
    assert.equal(sentence('memoryBytes', 1024 ** 3), 'stopped: memory limit 1 GiB')
    assert.equal(sentence('diskBytes', 1536 * 1024 ** 2), 'stopped: disk limit 1.5 GiB')
    assert.equal(sentence('wallMs', 600_000), 'stopped: wall time limit 10 min')
    assert.equal(sentence('cpuSeconds', 90), 'stopped: CPU time limit 90 s')
    assert.equal(sentence('processes', 512), 'stopped: process limit 512')
    assert.equal(stopAt('cancelled', defaultLimits).sentence, 'stopped: cancelled')
  })
})

test.group('Sandbox drivers: docker', () => {
  const request = {
    name: 'agentops-sandbox-1',
    image: 'node:24-bookworm',
    user: '70001:70001',
    argv: ['--privileged', '-v', '/:/host'],
    limits: { ...defaultLimits, memoryBytes: 1024, processes: 7, openFiles: 8, fileBytes: 9, cpuSeconds: 10 },
    readOnly: [['/cache', '/home/sandbox/.npm']] as [string, string][],
    writable: [['/data/work', '/workspace']] as [string, string][],
  }

  test('the container has no network, capabilities, privileges or writable system', ({ assert }) => {
    const line = dockerArguments(request).join(' ')
    for (const part of [
      '--network none',
      '--read-only',
      '--cap-drop ALL',
      '--security-opt no-new-privileges',
      '--user 70001:70001',
      '--memory 1024 --memory-swap 1024',
      '--pids-limit 7',
      '--ulimit nofile=8:8 --ulimit fsize=9:9 --ulimit cpu=10:10',
      '--mount type=bind,source=/data/work,target=/workspace',
      '--mount type=bind,source=/cache,target=/home/sandbox/.npm,readonly',
    ]) {
      assert.include(line, part)
    }
  })

  test('the command cannot become an option and no variable is named', ({ assert }) => {
    const args = dockerArguments(request)
    const image = args.indexOf(request.image)
    assert.equal(args[image - 1], '--entrypoint=--privileged')
    assert.deepEqual(args.slice(image + 1), ['-v', '/:/host'])
    assert.notInclude(args, '--env')
    assert.notInclude(args, '-e')
  })

  test('a folder whose name would be read as mount options is refused', ({ assert }) => {
    const writable = [['/data/work,readonly', '/workspace']] as [string, string][]
    assert.throws(() => dockerArguments({ ...request, writable }), SandboxError)
  })
})

test.group('Sandbox drivers: none', () => {
  const sandbox = new UnconfinedSandbox()

  test('paths of the sandbox lead to the folders they stand for', async ({ assert, cleanup }) => {
    const { folder, remove } = await workspace()
    cleanup(remove)
    const outputDir = join(folder, '..')
    const argv = ['sh', '-c', 'pwd; echo "$WHERE" > "$1/file"', 'sh', '/output']
    const { stdout } = await runCommand(argv, {
      sandbox,
      workdir: folder,
      outputDir,
      env: { WHERE: '/workspace/x' },
    })
    assert.equal(stdout, `${folder}\n`)
    assert.equal(await readFile(join(outputDir, 'file'), 'utf8'), `${folder}/x\n`)
  })

  test('wall time and output are limited and everything is killed', async ({ assert }) => {
    const slow = await runCommand(['sh', '-c', 'setsid sleep 100 & sleep 100'], {
      sandbox,
      limits: { wallMs: 300 },
    })
    const loud = await runCommand(['yes'], { sandbox, limits: { outputBytes: 10_000 } })
    const daemon = await runHostile('leave_daemon.sh', [], { sandbox: sandbox, env: {} })
    assert.equal(slow.result.stoppedBy?.limit, 'wallMs')
    assert.equal(loud.result.stoppedBy?.limit, 'outputBytes')
    assert.deepEqual([slow.strays, loud.strays, daemon.strays], [[], [], []])
  })

  test('exit codes are those of the other drivers', async ({ assert }) => {
    const missing = await runCommand(['no-such-command'], { sandbox })
    const signalled = await runCommand(['sh', '-c', 'kill -SEGV $$'], { sandbox })
    assert.equal(missing.result.exitCode, 127)
    assert.deepInclude(signalled.result, { exitCode: 139, signal: 'SIGSEGV' })
  })

  test('the environment of the worker stays outside', async ({ assert, cleanup }) => {
    process.env.SANDBOX_TEST_SECRET = 'canary-7d1f'
    cleanup(() => void delete process.env.SANDBOX_TEST_SECRET)
    const { stdout } = await runCommand(['env'], { sandbox })
    assert.notInclude(stdout, 'canary-7d1f')
  })
})

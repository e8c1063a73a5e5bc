import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { test } from '@japa/runner'
import { defaultLimits, type Sandbox } from '#workflows/sandbox/contract'
import { type VerifyInput, verifyPatch } from '#workflows/verification/verify'
import { Checkouts, limits, project, realSandbox, signTest } from './checkout_fixture.js'

test.group('Verify a patch | in the real sandbox', (group) => {
  let sandbox: Sandbox
  let checkouts: Checkouts
  group.setup(async () => {
    sandbox = await realSandbox()
  })
  group.each.setup(() => {
    checkouts = new Checkouts()
    return () => checkouts.remove()
  })
  group.each.timeout(60_000)

  const verify = (baseDir: string, changes: Record<string, string>, more: Partial<VerifyInput> = {}) =>
    verifyPatch({
      sandbox,
      baseDir,
      patchedDir: checkouts.copy(baseDir, changes),
      command: 'node --test',
      install: null,
      runner: 'node:test',
      limits,
      network: { kind: 'none' },
      coverage: true,
      sourceFiles: ['src/calc.ts', 'src/unused.ts'],
      ...more,
    })

  test('a test that adds coverage is green', async ({ assert }) => {
    const baseDir = checkouts.create(project)
    const { verdict, base, coverage } = await verify(baseDir, { 'tests/sign.test.ts': signTest })
    assert.equal(verdict.ruling, 'green')
    assert.equal(verdict.proof, '2 tests passed (1 new), none failed; line coverage 40.0 % → 80.0 %')
    assert.deepEqual(
      verdict.coverage?.changes.map(({ path }) => path),
      ['src/calc.ts']
    )
    assert.deepEqual(
      coverage?.map(({ path, covered }) => [path, covered]),
      [
        ['src/calc.ts', [1, 2, 4, 5]],
        ['src/unused.ts', []],
      ]
    )
    assert.equal(base.run?.report?.passed, 1)
    assert.deepEqual(readdirSync(dirname(baseDir)).sort(), ['checkout0', 'checkout1'])
  })

  test('a patch that breaks a test is red and names it', async ({ assert }) => {
    const broken = project['src/calc.ts'].replace('a + b', 'a - b')
    const { verdict } = await verify(checkouts.create(project), { 'src/calc.ts': broken })
    assert.equal(verdict.ruling, 'red')
    assert.deepInclude(verdict.regressions[0], { name: 'adds', file: 'tests/calc.test.ts', line: 4 })
    assert.equal(verdict.exitCode, 1)
  })

  test('a base that fails the same way is not verified', async ({ assert }) => {
    const baseDir = checkouts.create({
      ...project,
      'tests/bad.test.ts': signTest.replace("'minus')", "'plus')"),
    })
    const { verdict } = await verify(baseDir, { 'tests/sign.test.ts': signTest })
    assert.equal(verdict.ruling, 'known_failures')
    assert.isEmpty(verdict.regressions)
    assert.lengthOf(verdict.knownFailures, 1)
  })

  test('a stored base is not run again and says the same', async ({ assert }) => {
    const baseDir = checkouts.create(project)
    const first = await verify(baseDir, {})
    const phases: string[] = []
    const cachedBase = JSON.parse(JSON.stringify(first.base))
    const second = await verify(baseDir, {}, { cachedBase, onPhase: (sentence) => phases.push(sentence) })
    assert.deepEqual(phases, ['Running the tests with the change: node --test'])
    assert.deepEqual(second.verdict.base, first.verdict.base)
    assert.deepEqual(second.verdict.coverage, first.verdict.coverage)
  })

  test('installation is a phase of its own, on both sides, with its own words', async ({ assert }) => {
    const heard: string[] = []
    const { verdict } = await verify(
      checkouts.create(project),
      {},
      {
        install: 'echo installing && touch installed',
        command: 'test -f installed && node --test',
        onPhase: (sentence) => heard.push(sentence),
        onOutput: (stream, text) => text.includes('installing') && heard.push(`${stream}: ${text.trim()}`),
      }
    )
    assert.equal(verdict.ruling, 'green')
    assert.deepEqual(heard, [
      'Installing dependencies without the change: echo installing && touch installed',
      'stdout: installing',
      'Running the tests without the change: test -f installed && node --test',
      'Installing dependencies with the change: echo installing && touch installed',
      'stdout: installing',
      'Running the tests with the change: test -f installed && node --test',
    ])
  })

  test('a failing installation means not run, and says why', async ({ assert }) => {
    const { verdict, base } = await verify(checkouts.create(project), {}, { install: 'exit 7' })
    assert.equal(verdict.ruling, 'not_run')
    assert.match(
      verdict.proof,
      /^The tests were not run: installing dependencies with `exit 7` failed \(exit code 7; it had no network\)\. Commit them, or/
    )
    assert.isNull(base.run)
  })

  test('no command means not run', async ({ assert }) => {
    const { verdict } = await verify(checkouts.create(project), {}, { command: null })
    assert.equal(verdict.ruling, 'not_run')
  })

  test('no tests is not green, whatever is printed', async ({ assert }) => {
    const baseDir = checkouts.create({ 'package.json': '{}', 'src/calc.ts': project['src/calc.ts'] })
    const { verdict } = await verify(baseDir, {}, { command: 'node --test; echo "all fine"' })
    assert.equal(verdict.ruling, 'no_tests')
  })

  test('a limit that is hit is red, in the sandbox words', async ({ assert }) => {
    const { verdict } = await verify(
      checkouts.create(project),
      {},
      {
        command: 'sleep 20',
        limits: { ...defaultLimits, wallMs: 700 },
      }
    )
    assert.equal(verdict.ruling, 'red')
    assert.match(verdict.proof, /^Stopped: /)
    assert.equal(verdict.exitCode, null)
  })

  test('a runner whose code cannot be attributed has no coverage', async ({ assert }) => {
    const { verdict } = await verify(checkouts.create(project), {}, { runner: 'jest' })
    assert.isNull(verdict.coverage)
  })

  test('an abort ends the verification', async ({ assert }) => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(new Error('cancelled by a person')), 500)
    const started = performance.now()
    const running = verify(checkouts.create(project), {}, { command: 'sleep 30', signal: controller.signal })
    await assert.rejects(() => running, 'cancelled by a person')
    assert.isBelow(performance.now() - started, 25_000)
  })
})

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { test } from '@japa/runner'
import { parseReport } from '#workflows/verification/report_parsers/index'

const repository = new URL('../../../', import.meta.url)

const nodeTests = `
import { test } from 'node:test'
test('passes', () => {})
test('fails', () => { throw new Error('no') })
test('waits', { skip: true }, () => {})
`
const japaTests = `
const { test } = globalThis.japa
test.group('group', () => {
  test('passes', () => {})
  test('fails', () => { throw new Error('no') })
  test('waits', () => {}).skip(true)
})
`
const japaMain = (url: string, reporter: string) => `
globalThis.japa = await import('@japa/runner')
japa.processCLIArgs(['--reporters=${reporter}'])
japa.configure({ files: () => [new URL('${url}')] })
await japa.run()
`

/** The runners installed here, as they are today: a new version that prints differently fails these. */
test.group('Report parsers | live', (group) => {
  let folder: string
  group.each.setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'runners-'))
    return () => rmSync(folder, { recursive: true, force: true })
  })

  const run = (args: string[]) => {
    const env = { PATH: process.env.PATH, FORCE_COLOR: '1' }
    const child = spawnSync(process.execPath, args, { cwd: repository, env, encoding: 'utf8' })
    return { exitCode: child.status, output: child.stdout + child.stderr }
  }
  const expected = { passed: 1, failed: 1, skipped: 1, total: 3 }

  test('node:test, reporter {$self}')
    .with(['spec', 'tap'])
    .run(({ assert }, reporter) => {
      const file = join(folder, 'a.test.mjs')
      writeFileSync(file, nodeTests)
      const { exitCode, output } = run(['--test', `--test-reporter=${reporter}`, file])
      const report = parseReport('node:test', output)
      assert.equal(exitCode, 1)
      assert.containsSubset(report, expected)
      assert.containsSubset(report?.failures, [{ name: 'fails', line: 4 }])
    })

  test('Japa, reporter {$self}')
    .with(['spec', 'dot'])
    .run(({ assert }, reporter) => {
      const file = join(folder, 'a.spec.mjs')
      writeFileSync(file, japaTests)
      const { exitCode, output } = run([
        '--input-type=module',
        '-e',
        japaMain(pathToFileURL(file).href, reporter),
      ])
      const report = parseReport('japa', output)
      assert.equal(exitCode, 1)
      assert.containsSubset(report, expected)
      assert.containsSubset(report?.failures, [{ name: 'group > fails', message: 'Error: no', line: 5 }])
    })
})

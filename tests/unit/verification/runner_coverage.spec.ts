import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from '@japa/runner'
import { collectCoverage } from '#workflows/verification/coverage/collect'
import { hookEnvironment, measuresItself } from '#workflows/verification/coverage/runner_hook'
import { vendoredIn } from '#workflows/verification/vendored'

const fixture = (name: string) =>
  readFileSync(new URL(`./fixtures/coverage/${name}`, import.meta.url), 'utf8')

class Checkout {
  readonly root = mkdtempSync(join(tmpdir(), 'runner coverage-'))
  readonly output = join(this.root, '.output')

  write(files: Record<string, string>) {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true })
      writeFileSync(join(this.root, path), text)
    }
  }

  collect(sourceFiles = ['src/slug.ts', 'src/other.ts']) {
    const folder = join(this.output, 'coverage')
    const workspace = '/workspace'
    return collectCoverage({ folder, root: this.root, workspace, sourceFiles, includeUnloaded: true })
  }

  /** What a program of that path is given beside its own arguments. */
  async argumentsOf(script: string, ...args: string[]): Promise<string[]> {
    mkdirSync(this.output, { recursive: true })
    const env = { PATH: process.env.PATH, ...(await hookEnvironment(this.output, this.output)) }
    this.write({ [script]: 'console.log(JSON.stringify(process.argv.slice(2)))' })
    const child = spawnSync(process.execPath, [script, ...args], { cwd: this.root, env, encoding: 'utf8' })
    if (child.status !== 0) throw new Error(child.stderr)
    return JSON.parse(child.stdout)
  }
}

test.group('Coverage | what runners report themselves', (group) => {
  let checkout: Checkout
  group.each.setup(() => {
    checkout = new Checkout()
    return () => rmSync(checkout.root, { recursive: true, force: true })
  })

  test('reads the report of {$self}')
    .with(['vitest', 'jest'])
    .run(async ({ assert }, runner) => {
      checkout.write({
        'src/slug.ts': fixture('slug.txt'),
        'src/other.ts': 'export const other = () => 1\n',
        '.output/coverage/runner-17/coverage-final.json': fixture(`${runner}.json`),
      })
      const result = await checkout.collect()
      assert.deepEqual(result?.files, [
        { path: 'src/other.ts', executable: [1], covered: [] },
        // `clamp`, which begins in line 10, was never called.
        { path: 'src/slug.ts', executable: [2, 3, 4, 5, 6, 7, 10, 11, 12], covered: [2, 3, 4, 5, 6, 7] },
      ])
    })

  test('adds up the reports of several processes', async ({ assert }) => {
    const report = JSON.parse(fixture('jest.json'))
    const entry = report['/workspace/src/slug.ts']
    const other = { ...entry, s: { 0: 0, 1: 1, 2: 0, 3: 1, 4: 1 }, f: { 0: 0, 1: 1 } }
    checkout.write({
      'src/slug.ts': fixture('slug.txt'),
      '.output/coverage/runner-1/coverage-final.json': JSON.stringify(report),
      '.output/coverage/runner-2/coverage-final.json': JSON.stringify({ a: other }),
    })
    const [file] = (await checkout.collect(['src/slug.ts']))!.files
    assert.deepEqual(file?.covered, file?.executable)
  })

  test('{0} is passed over')
    .with([
      ['broken JSON', '{'],
      ['a list', '[1, null]'],
      ['an entry without its maps', '{"a":{"path":"/workspace/src/slug.ts"}}'],
      ['a source outside the checkout', '{"a":{"path":"/etc/passwd","statementMap":{},"s":{}}}'],
    ])
    .run(async ({ assert }, [, text]) => {
      checkout.write({
        'src/slug.ts': fixture('slug.txt'),
        '.output/coverage/runner-1/coverage-final.json': text!,
      })
      assert.isNull(await checkout.collect())
    })

  test('places that make no sense cover nothing and harm nothing', async ({ assert }) => {
    const at = (line: unknown, column: unknown) => ({ line, column })
    const spans = [
      { start: at(12, 2), end: at(3, 0) },
      { start: at(-5, 0), end: at(1e9, 0) },
      { start: at('x', 0), end: at(2, 0) },
      { start: at(1, -1e9), end: at(1, 1e300) },
      null,
    ]
    const entry = {
      path: '/workspace/src/slug.ts',
      statementMap: Object.fromEntries(spans.map((span, id) => [id, span])),
      s: { 0: 1, 1: 1, 2: 1, 3: 1 },
      fnMap: { 0: null },
    }
    checkout.write({
      'src/slug.ts': fixture('slug.txt'),
      '.output/coverage/runner-1/coverage-final.json': JSON.stringify({ a: entry }),
    })
    const result = await checkout.collect(['src/slug.ts'])
    assert.oneOf(result?.files.length ?? 0, [0, 1])
  })

  test('a report that is a link is not read', async ({ assert }) => {
    checkout.write({ 'src/slug.ts': fixture('slug.txt'), 'real.json': fixture('jest.json') })
    mkdirSync(join(checkout.output, 'coverage/runner-1'), { recursive: true })
    symlinkSync(
      join(checkout.root, 'real.json'),
      join(checkout.output, 'coverage/runner-1/coverage-final.json')
    )
    assert.isNull(await checkout.collect())
  })
})

test.group('Coverage | asking runners to measure', (group) => {
  let checkout: Checkout
  group.each.setup(() => {
    checkout = new Checkout()
    return () => rmSync(checkout.root, { recursive: true, force: true })
  })

  test('Jest gets its own options after those of the script', async ({ assert }) => {
    const [own, ...added] = await checkout.argumentsOf('node_modules/jest/bin/jest.js', '--ci')
    assert.equal(own, '--ci')
    assert.deepEqual(added.slice(0, 2), ['--coverage', '--coverageReporters=json'])
    assert.match(added[2]!, /^--coverageDirectory=.*\.output\/coverage\/runner-\d+$/)
  })

  test('Vitest measures with the provider that is installed', async ({ assert }) => {
    checkout.write({ 'node_modules/@vitest/coverage-istanbul/package.json': '{}' })
    const given = await checkout.argumentsOf('node_modules/vitest/vitest.mjs', 'run')
    assert.includeMembers(given, ['run', '--coverage.enabled=true', '--coverage.provider=istanbul'])
  })

  test('Vitest without a provider is left alone, and that is told', async ({ assert }) => {
    assert.deepEqual(await checkout.argumentsOf('node_modules/vitest/vitest.mjs', 'run'), ['run'])
    assert.isTrue(existsSync(join(checkout.output, 'coverage/no-provider')))
  })

  test('other programs are left alone', async ({ assert }) => {
    assert.deepEqual(await checkout.argumentsOf('scripts/jest.js', 'a'), ['a'])
    assert.deepEqual(await checkout.argumentsOf('node_modules/vitest/vitest.mjs', 'bench'), ['bench'])
    assert.isTrue(measuresItself('jest'))
    assert.isFalse(measuresItself('mocha'))
    assert.isFalse(measuresItself(undefined))
  })
})

test.group('Vendored dependencies', (group) => {
  let checkout: Checkout
  group.each.setup(() => {
    checkout = new Checkout()
    return () => rmSync(checkout.root, { recursive: true, force: true })
  })
  const manifest = JSON.stringify({ dependencies: { a: '1' }, devDependencies: { '@b/c': '1' } })
  const both = { 'node_modules/a/package.json': '{}', 'node_modules/@b/c/package.json': '{}' }

  test('{0}')
    .with([
      ['all of them are there', 'npm ci', { 'package.json': manifest, ...both }, 'node_modules'],
      ['one of them is missing', 'npm ci', { 'package.json': manifest, 'node_modules/a/x': '' }, null],
      ['none is named', 'npm ci', { 'package.json': '{}', 'node_modules/a/x': '' }, null],
      ['the manifest is broken', 'npm ci', { 'package.json': '{', ...both }, null],
      ['more than an installation', 'npm ci && npm run build', { 'package.json': manifest, ...both }, null],
      ['of PHP', 'composer install --no-interaction', { 'vendor/autoload.php': '' }, 'vendor'],
      ['of Go', 'go mod download', { 'vendor/modules.txt': '' }, 'vendor'],
      ['of Go, missing', 'go mod download', { 'go.mod': '' }, null],
    ] as [string, string, Record<string, string>, string | null][])
    .run(async ({ assert }, [, install, files, folder]) => {
      checkout.write(files)
      assert.equal(await vendoredIn(checkout.root, install), folder)
    })
})

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from '@japa/runner'
import { transformSync } from '@swc/core'
import { type CoverageResult, collectCoverage } from '#workflows/verification/coverage/collect'
import { isCoverable, measuresCoverage } from '#workflows/verification/coverage/coverable'
import { executableLines } from '#workflows/verification/coverage/executable_lines'
import { executedSegments } from '#workflows/verification/coverage/segments'
import { compareCoverage, summarizeCoverage } from '#workflows/verification/coverage/summary'

const lines = (path: string, text: string) => executableLines(path, text).map(({ line }) => line)

/** Writes the files, really runs Node with each argument list, and collects what it left. */
class Workspace {
  readonly root = mkdtempSync(join(tmpdir(), 'coverage-'))
  readonly folder = join(this.root, '.raw')

  write(files: Record<string, string>) {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true })
      writeFileSync(join(this.root, path), text)
    }
    return this
  }

  node(...args: string[]) {
    const env = { PATH: process.env.PATH, NODE_V8_COVERAGE: this.folder }
    const child = spawnSync(process.execPath, args, { cwd: this.root, env, encoding: 'utf8' })
    if (child.status !== 0) throw new Error(child.stderr)
    return this
  }

  collect(sourceFiles: string[] | null, includeUnloaded = true) {
    const { root, folder } = this
    return collectCoverage({ folder, root, workspace: root, sourceFiles, includeUnloaded })
  }

  remove() {
    rmSync(this.root, { recursive: true, force: true })
  }
}

const calc = `// é ✓ 日本
import type { Missing } from './missing.ts'

interface Options {
  loud: boolean
}

/** Adds. */
export function add(a: number, b: number): number { return a + b }

export function unused(options: Options): string {
  /* nothing here */
  return options.loud ? 'YES' : 'no'
}

export function half(n: number): number {
  if (n > 1) {
    return n / 2 // enough
  } else if (n < 0) {
    throw new RangeError(
      'negative'
    )
  }
  return 0
}

export class Counter {
  private count = 0
  static zero(): Counter {
    return new Counter()
  }
  async next(): Promise<number> {
    return ++this.count
  }
}
`
const main = "import { add, half, Counter } from './calc.ts'\nadd(1, 2)\nhalf(4)\nnew Counter().next()\n"
const executable = [9, 11, 13, 16, 17, 18, 19, 20, 21, 24, 27, 28, 29, 30, 32, 33]
const covered = [9, 16, 17, 18, 27, 28, 32, 33]

test.group('Coverage | executable lines', () => {
  test('blank lines, comments, types and closing brackets are not', ({ assert }) => {
    assert.deepEqual(lines('a.ts', calc), executable)
  })

  test('what looks like a comment inside a string, template or pattern is code', ({ assert }) => {
    const text =
      "#!/usr/bin/env node\nconst a = 'x // y'\nconst b = `\n// inside\n`\nconst c = /[/*]'/.test(a)\n// gone\nd() /* x\n y */\n"
    assert.deepEqual(lines('a.js', text), [2, 3, 4, 5, 6, 8])
  })

  test('source that cannot be stripped of types is taken as it is', ({ assert }) => {
    assert.deepEqual(lines('a.ts', 'enum A {\n  B,\n}\ninterface C {}\n'), [1, 2, 4])
    assert.deepEqual(lines('a.tsx', 'const a = <b>\n  it\n</b>\n'), [1, 2, 3])
    assert.deepEqual(lines('a.ts', 'this is not (code\n'), [1])
  })

  test('reading types prints no warning', ({ assert }) => {
    const warnings: string[] = []
    const listen = (warning: Error) => warnings.push(warning.message)
    process.on('warning', listen)
    lines('a.ts', 'const a: number = 1')
    process.off('warning', listen)
    assert.isEmpty(warnings)
  })
})

test.group('Coverage | segments', () => {
  const range = (startOffset: number, endOffset: number, count: number) => ({ startOffset, endOffset, count })

  test('the innermost range decides', ({ assert }) => {
    const ranges = [range(0, 100, 1), range(10, 50, 0), range(20, 30, 2), range(60, 70, 0)]
    assert.deepEqual(executedSegments(ranges), [
      [0, 10],
      [20, 30],
      [50, 60],
      [70, 100],
    ])
    assert.deepEqual(executedSegments(ranges.toReversed()), executedSegments(ranges))
    assert.deepEqual(executedSegments([]), [])
    assert.deepEqual(executedSegments([range(0, 5, 0)]), [])
  })
})

test.group('Coverage | of real runs', (group) => {
  let workspace: Workspace
  group.each.setup(() => {
    workspace = new Workspace()
    return () => workspace.remove()
  })

  const only = (result: CoverageResult | null, path: string) =>
    result?.files.find((file) => file.path === path)

  test('TypeScript run by type stripping', async ({ assert }) => {
    workspace.write({ 'calc.ts': calc, 'main.ts': main }).node('main.ts')
    const result = await workspace.collect(['calc.ts'])
    assert.deepEqual(result, { files: [{ path: 'calc.ts', executable, covered }], unreadable: [] })
  })

  test('CommonJS and ES modules', async ({ assert }) => {
    const body = 'function a() {\n  return 1\n}\nfunction b() {\n  return 2\n}\na()\n'
    workspace.write({ 'a.cjs': `${body}module.exports = { b }\n`, 'b.mjs': `${body}export { b }\n` })
    workspace.node('-e', "require('./a.cjs'); import('./b.mjs')")
    const result = await workspace.collect(null)
    assert.deepEqual(only(result, 'a.cjs')?.covered, [1, 2, 7, 8])
    assert.deepEqual(only(result, 'b.mjs')?.covered, [1, 2, 7, 8])
    assert.deepEqual(only(result, 'b.mjs')?.executable, [1, 2, 4, 5, 7, 8])
  })

  test('several processes are merged', async ({ assert }) => {
    workspace.write({
      'calc.ts': calc,
      'main.ts': main,
      'other.ts': "import { unused } from './calc.ts'\nunused({ loud: true })\n",
    })
    workspace.node('main.ts').node('other.ts')
    assert.deepEqual((await workspace.collect(['calc.ts']))?.files[0].covered, [
      9,
      11,
      13,
      ...covered.slice(1),
    ])
  })

  test('a source that was never loaded counts with no line covered, unless only loaded ones are asked for', async ({
    assert,
  }) => {
    workspace.write({
      'calc.ts': calc,
      'main.ts': main,
      'far/alone.ts': 'export const a = 1\n',
      'types.ts': 'export type A = 1\n',
    })
    workspace.node('main.ts')
    const sources = ['calc.ts', 'far/alone.ts', 'types.ts', 'not/there.ts']
    const result = await workspace.collect(sources)
    assert.deepEqual(
      result?.files.map(({ path }) => path),
      ['calc.ts', 'far/alone.ts']
    )
    assert.deepEqual(only(result, 'far/alone.ts'), { path: 'far/alone.ts', executable: [1], covered: [] })
    assert.lengthOf((await workspace.collect(sources, false))!.files, 1)
  })

  test('tests, dependencies and files outside the checkout are left out', async ({ assert }) => {
    workspace.write({
      'src/a.ts': 'export const a = 1\n',
      'src/a.test.ts': "import './a.ts'\nimport 'dep'\n",
      'node_modules/dep/index.js': 'exports.x = 1\n',
      'node_modules/dep/package.json': '{"name":"dep"}',
    })
    workspace.node('src/a.test.ts')
    assert.deepEqual(
      (await workspace.collect(null))?.files.map(({ path }) => path),
      ['src/a.ts']
    )
  })

  test('transpiled code is translated back by its source map', async ({ assert }) => {
    const built = transformSync(calc, {
      filename: 'calc.ts',
      sourceFileName: '../src/calc.ts',
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'es6' },
      sourceMaps: 'inline',
    })
    workspace.write({
      'src/calc.ts': calc,
      'dist/calc.js': built.code,
      'dist/main.js': main.replace('./calc.ts', './calc.js'),
    })
    workspace.write({ 'package.json': '{"type":"module"}' }).node('dist/main.js')
    const file = only(await workspace.collect(['src/calc.ts']), 'src/calc.ts')
    assert.includeMembers(file!.covered, [9, 16, 17, 18, 27, 28, 32, 33])
    for (const line of [11, 13, 20, 24, 29, 30]) assert.notInclude(file!.covered, line)
    for (const line of [13, 24, 30]) assert.include(file!.executable, line)
    for (const line of [2, 4, 5, 8, 12]) assert.notInclude(file!.executable, line)
  })

  test('code that ran in another form without a map is unreadable, not uncovered', async ({ assert }) => {
    workspace
      .write({
        'calc.ts': calc,
        'other.ts': 'export const a = 1\n',
        'main.ts': `${main}import './other.ts'\n`,
      })
      .node('main.ts')
    workspace.write({ 'calc.ts': `${calc}export const more = 1\n` })
    const result = await workspace.collect(['calc.ts', 'other.ts'])
    assert.deepEqual(result?.unreadable, ['calc.ts'])
    assert.deepEqual(
      result?.files.map(({ path }) => path),
      ['other.ts']
    )
  })

  test('nothing is known when no process reported on the checkout', async ({ assert }) => {
    workspace.write({ 'calc.ts': calc })
    assert.isNull(await workspace.collect(['calc.ts']))
    workspace.node('-e', '1 + 1')
    assert.isNull(await workspace.collect(['calc.ts']))
  })

  test('a test that loads no source leaves it at zero', async ({ assert }) => {
    workspace
      .write({ 'calc.ts': calc, 'calc.test.ts': "import { test } from 'node:test'\ntest('a', () => {})\n" })
      .node('--test')
    const result = await workspace.collect(['calc.ts'])
    assert.deepEqual(result?.files, [{ path: 'calc.ts', executable, covered: [] }])
  })
})

test.group('Coverage | hostile reports', (group) => {
  let workspace: Workspace
  group.each.setup(() => {
    workspace = new Workspace().write({ 'calc.ts': calc, 'main.ts': main }).node('main.ts')
    return () => workspace.remove()
  })
  const raw = (name: string) => join(workspace.folder, `coverage-${name}.json`)

  test('links, pipes, folders and broken files are passed over', async ({ assert }) => {
    symlinkSync('/etc/passwd', raw('1-link'))
    spawnSync('mkfifo', [raw('2-pipe')])
    mkdirSync(raw('3-folder'))
    writeFileSync(raw('4-broken'), '{"result": [')
    for (const [index, value] of ['null', '7', '{"result":{}}', '{"result":[null,{"url":5}]}'].entries()) {
      writeFileSync(raw(`5-${index}`), value)
    }
    assert.deepEqual((await workspace.collect(['calc.ts']))?.files[0].covered, covered)
  })

  test('false ranges and maps neither throw nor hang', async ({ assert }) => {
    const url = `file://${workspace.root}/calc.ts`
    const fn = (ranges: unknown) => ({ functionName: '', isBlockCoverage: true, ranges })
    const odd = [
      null,
      'x',
      [{ startOffset: 'a' }],
      [{ startOffset: 5, endOffset: -1, count: 1 }],
      [{ startOffset: 0, endOffset: 9e15, count: 1 }],
    ]
    for (const [index, ranges] of odd.entries()) {
      writeFileSync(raw(`6-${index}`), JSON.stringify({ result: [{ url, functions: [fn(ranges)] }] }))
    }
    const maps = [
      { lineLengths: [1], data: { version: 3, sources: ['x'], mappings: '!!!' } },
      { lineLengths: 'no', data: null },
      null,
      { lineLengths: [], data: {} },
    ]
    for (const [index, map] of maps.entries()) {
      const result = [{ url, functions: [fn([{ startOffset: 0, endOffset: 10, count: 1 }])] }]
      writeFileSync(raw(`7-${index}`), JSON.stringify({ result, 'source-map-cache': { [url]: map } }))
    }
    assert.includeMembers((await workspace.collect(['calc.ts']))!.files[0].covered, covered)
  })

  test('a report that repeats a large map without end is given up', async ({ assert }) => {
    const url = `file://${workspace.root}/calc.ts`
    const script = {
      url,
      functions: [{ functionName: '', ranges: [{ startOffset: 0, endOffset: 9, count: 1 }] }],
    }
    const data = {
      version: 3,
      sources: Array(1000).fill('calc.ts'),
      names: [],
      mappings: 'AAAA,'.repeat(400_000),
    }
    const report = {
      result: Array(5000).fill(script),
      'source-map-cache': { [url]: { lineLengths: [9], data } },
    }
    writeFileSync(raw('8-repeats'), JSON.stringify(report))
    const limits = { files: 10, fileBytes: 10_000_000, totalBytes: 100_000_000, work: 10_000_000 }
    const { root, folder } = workspace
    const started = performance.now()
    await collectCoverage({
      folder,
      root,
      workspace: root,
      sourceFiles: ['calc.ts'],
      includeUnloaded: true,
      limits,
    })
    assert.isBelow(performance.now() - started, 30_000)
  }).timeout(20_000)

  test('a source reached through a link is not read', async ({ assert }) => {
    symlinkSync('/etc', join(workspace.root, 'linked'))
    symlinkSync('/etc/passwd', join(workspace.root, 'secret.ts'))
    const result = await workspace.collect(['calc.ts', 'linked/passwd', 'secret.ts'])
    assert.deepEqual(
      result?.files.map(({ path }) => path),
      ['calc.ts']
    )
  })

  test('reports over the limits are passed over', async ({ assert }) => {
    const limits = { files: 10, fileBytes: 100, totalBytes: 1000, work: 1000 }
    const { root, folder } = workspace
    const input = { folder, root, workspace: root, sourceFiles: ['calc.ts'], includeUnloaded: true, limits }
    assert.isNull(await collectCoverage(input))
  })
})

test.group('Coverage | summary', () => {
  const file = (path: string, total: number, covered: number) => {
    const numbers = Array.from({ length: total }, (_, i) => i + 1)
    return { path, executable: numbers, covered: numbers.slice(0, covered) }
  }

  test('counts lines and rounds down', ({ assert }) => {
    const summary = summarizeCoverage([file('a', 3, 2), file('b', 1000, 999)])
    assert.deepEqual(summary.lines, { covered: 1001, total: 1003, pct: 99.8 })
    assert.deepEqual(summary.files[0], { path: 'a', covered: 2, total: 3, pct: 66.6 })
    assert.equal(summarizeCoverage([]).lines.pct, 100)
  })

  test('compares by file and leaves out what did not change', ({ assert }) => {
    const before = [file('same', 4, 2), file('gone', 1, 1), file('more', 4, 1)]
    const after = [file('same', 4, 2), file('new', 2, 2), file('more', 4, 3)]
    assert.deepEqual(
      compareCoverage(before, after).map((c) => [c.path, c.before?.pct ?? null, c.after?.pct ?? null]),
      [
        ['gone', 100, null],
        ['more', 25, 75],
        ['new', null, 100],
      ]
    )
  })

  test('what is a source, and who can be measured', ({ assert }) => {
    for (const path of ['src/a.ts', 'index.js', 'lib/b.mjs', 'app/c.tsx'])
      assert.isTrue(isCoverable(path), path)
    for (const path of [
      'a.test.ts',
      'tests/a.ts',
      'src/__tests__/a.js',
      'a.spec.js',
      'types.d.ts',
      'vite.config.ts',
      'dist/a.js',
      'a.py',
      'node_modules/a/a.js',
      '.husky/x.js',
    ]) {
      assert.isFalse(isCoverable(path), path)
    }
    assert.isTrue(measuresCoverage('node:test'))
    assert.isTrue(measuresCoverage('vitest'))
    assert.isFalse(measuresCoverage('pytest'))
  })
})

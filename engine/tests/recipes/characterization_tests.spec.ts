import { test } from '@japa/runner'
import type { FileEdit } from '../../contract/generation.ts'
import { characterizationTests } from '../../src/recipes/characterization_tests/recipe.ts'
import { applied, contextOf, type Files, generate } from './context.ts'
import { Checkout } from './execution.ts'
import { commonjsProject, japaProject, typescriptProject, worldlyProject } from './projects.ts'
import { wholeRun } from './whole_run.ts'

async function passes(files: Files, linked = false): Promise<string> {
  const [result] = await Promise.all([
    new Checkout(files, linked).execute({
      id: 'suite',
      reason: '',
      argv: ['sh', '-c', JSON.parse(files['package.json']!).scripts.test],
      overlay: [],
      env: {},
      coverage: false,
      timeoutMs: 60_000,
    }),
  ])
  if (result.exitCode !== 0) throw new Error(`${result.stdout}\n${result.stderr}`)
  return result.stdout
}

function written(edits: FileEdit[], path: string): string {
  const edit = edits.find((item) => item.path === path)
  if (edit?.kind !== 'write')
    throw new Error(`${path} was not written, but ${edits.map((item) => item.path).join(', ')}`)
  return edit.content
}

test.group('characterization tests | TypeScript and node:test', () => {
  test('writes tests that pass, in place and style, and leaves existing ones as they are', async ({
    assert,
  }) => {
    const { outcome, turns, recipeMs } = await wholeRun(typescriptProject, 'add tests for src/range.ts')
    if (outcome.kind !== 'edits') throw new Error(JSON.stringify(outcome))
    assert.equal(turns, 3)
    assert.isBelow(recipeMs, 10_000)
    assert.lengthOf(outcome.edits, 1)
    const text = written(outcome.edits, 'test/range.test.ts')
    const before = typescriptProject['test/range.test.ts']!
    assert.include(text, "import { clamp, step, sum, Span, Direction } from '../src/range.ts'")
    assert.include(text, before.slice(before.indexOf('test(')))
    assert.include(text, 'step(1, Direction.Down)')
    assert.include(text, 'new Span(1, 5).contains(')
    assert.notMatch(text, /;\n/)
    assert.match(outcome.summary, /src\/range\.ts: \d+ → \d+ of \d+ lines covered/)
    assert.include(await passes(applied(typescriptProject, outcome)), '# fail 0')
  }).timeout(60_000)

  test('sets aside what reaches outside, depends on time or chance, or never ends', async ({ assert }) => {
    const { outcome } = await wholeRun(worldlyProject, 'add tests for src/world.ts')
    if (outcome.kind !== 'edits') throw new Error(JSON.stringify(outcome))
    const text = written(outcome.edits, 'test/world.test.ts')
    assert.notMatch(text, /readConfig|today|roll|localHour|spin|counter|leave/)
    assert.match(text, /doubled/)
    for (const reason of [
      /readConfig: it uses node:fs/,
      /leave: it uses process\.exit/,
      /today: .*clock/,
      /roll: .*differs/,
      /localHour: .*clock/,
      /spin: .*did not end/,
      /counter: .*differs/,
    ]) {
      assert.match(outcome.summary, reason)
    }
    await passes(applied(worldlyProject, outcome))
  }).timeout(60_000)

  test('writes what is asked for everything untested, with errors, promises, and changed arguments', async ({
    assert,
  }) => {
    const { outcome } = await wholeRun(typescriptProject, 'increase coverage')
    if (outcome.kind !== 'edits') throw new Error(JSON.stringify(outcome))
    const text = written(outcome.edits, 'test/values.test.ts')
    assert.match(
      text,
      /assert\.throws\(\s*\(\) => parseSize\(.*\),\s*\{ name: 'RangeError', message: 'Unknown size: .*' \}/
    )
    assert.match(text, /await assert\.rejects\(\s*\(\) => later\(/)
    assert.match(text, /assert\.equal\(await later\(/)
    assert.match(
      text,
      /const items = \[.*\]\n {2}assert\.equal\(drain\(items\), \d\)\n {2}assert\.deepEqual\(items, \[\]\)/
    )
    assert.match(text, /assert\.deepEqual\(\[\.\.\.countdown\(/)
    assert.match(text, /new Map\(\[\['/)
    assert.include(text, `test("parseSize returns 2048 for '2kb'", () => {`)
    await passes(applied(typescriptProject, outcome))
  }).timeout(60_000)

  test('takes out a test that does not pass, and checks the others again', async ({ assert }) => {
    const files: Files = {
      'package.json': JSON.stringify({ type: 'module', scripts: { test: 'node --test' } }),
      // Answers differently inside a test runner than in the recording.
      'src/a.ts':
        'export function steady(a: number): number {\n  return a * 3\n}\nexport function moody(a: number): number {\n  return process.env.NODE_TEST_CONTEXT ? a + 1 : a\n}\n',
    }
    const { outcome, turns } = await wholeRun(files, 'add tests for src/a.ts')
    if (outcome.kind !== 'edits') throw new Error(JSON.stringify(outcome))
    assert.equal(turns, 4)
    assert.include(written(outcome.edits, 'test/a.test.ts'), 'steady(1)')
    assert.notInclude(written(outcome.edits, 'test/a.test.ts'), 'moody(')
    assert.match(outcome.summary, /\d+ tests did not pass every time/)
    await passes(applied(files, outcome))
  }).timeout(60_000)

  test('says so when the tests cover it already', async ({ assert }) => {
    const { outcome } = await wholeRun(typescriptProject, 'add tests for clamp in src/range.ts')
    assert.equal(outcome.kind === 'refused' && outcome.refusal.code, 'nothing_to_do')
    assert.match(outcome.kind === 'refused' ? outcome.refusal.message : '', /covered by tests already: clamp/)
  }).timeout(60_000)
})

test.group('characterization tests | other projects', () => {
  test('CommonJS, JSDoc types, semicolons and double quotes', async ({ assert }) => {
    const { outcome } = await wholeRun(commonjsProject, 'write characterization tests for lib/text.js')
    if (outcome.kind !== 'edits') throw new Error(JSON.stringify(outcome))
    const text = written(outcome.edits, 'test/text.spec.js')
    assert.match(
      text,
      /^"use strict";\n\nconst assert = require\("assert"\);\nconst \{ describe, it \} = require\("node:test"\);\nconst \{ initials, pad, slug \} = require\("\.\.\/lib\/text"\);\n/
    )
    assert.match(text, /describe\("slug", \(\) => \{\n {4}it\('returns/)
    assert.match(text, /assert\.strictEqual\(slug\(.*\), ".*"\);/)
    assert.match(text, /assert\.throws\(\(\) => pad\(.*\), \{ name: "RangeError", message: "Too long" \}\);/)
    await passes(applied(commonjsProject, outcome))
  }).timeout(60_000)

  test('Japa, really run', async ({ assert }) => {
    const { outcome } = await wholeRun(japaProject, 'add tests for src/price.ts', true)
    if (outcome.kind !== 'edits') throw new Error(JSON.stringify(outcome))
    const text = written(outcome.edits, 'tests/unit/price.spec.ts')
    assert.include(text, "import { test } from '@japa/runner'")
    assert.match(
      text,
      /test\.group\('total', \(\) => \{\n {2}test\('throws RangeError .*', \(\{ assert \}\) => \{\n {4}assert\.throws\(\n {6}\(\) => total\(/
    )
    await passes(applied(japaProject, outcome), true)
  }).timeout(60_000)

  const styles: [string, Files, RegExp[]][] = [
    [
      'vitest',
      {
        'src/a.spec.ts':
          "import { describe, expect, it } from 'vitest'\nimport { b } from './b'\n\ndescribe('b', () => {\n  it('is 1', () => {\n    expect(b).toBe(1)\n  })\n})\n",
      },
      [
        /^import \{ describe, expect, it \} from 'vitest'\nimport \{ half \} from '\.\/half'\n/,
        /expect\(half\(\d+\)\)\.toBe\(/,
        /expect\(\(\) => half\(.*\)\)\.toThrow\(RangeError\)/,
      ],
    ],
    [
      'jest',
      {
        'src/__tests__/b.test.ts':
          "import { b } from '../b';\n\ntest('is 1', () => {\n  expect(b).toBe(1);\n});\n",
      },
      [
        /^import \{ half \} from '\.\.\/half';\n\ntest\('half (returns|throws)/,
        /expect\(half\(\d+\)\)\.toBe\(.*\);/,
      ],
    ],
    [
      'mocha',
      {
        'test/b.test.ts':
          "import { expect } from 'chai'\nimport { b } from '../src/b.js'\n\ndescribe('b', () => {\n  it('is 1', () => {\n    expect(b).to.equal(1)\n  })\n})\n",
      },
      [
        /^import \{ expect \} from 'chai'\nimport \{ half \} from '\.\.\/src\/half\.js'\n/,
        /expect\(half\(\d+\)\)\.to\.equal\(/,
        /\.to\.throw\(RangeError, 'odd'\)/,
      ],
    ],
    [
      'ava',
      {
        'test/b.test.ts':
          "import test from 'ava'\nimport { b } from '../src/b.js'\n\ntest('is 1', (t) => {\n  t.is(b, 1)\n})\n",
      },
      [
        /^import test from 'ava'\n/,
        /test\('half returns .*', \(t\) => \{\n {2}t\.is\(half\(\d+\), /,
        /t\.throws\(\(\) => half\(.*\), \{ name: 'RangeError', message: 'odd' \}\)/,
      ],
    ],
  ]
  for (const [runner, existing, patterns] of styles) {
    test(`writes for ${runner} as its tests are written`, async ({ assert }) => {
      const files: Files = {
        'package.json': JSON.stringify({
          type: 'module',
          scripts: { test: runner },
          devDependencies: { [runner]: '1.0.0' },
        }),
        'src/b.ts': 'export const b = 1\n',
        'src/half.ts':
          "export function half(value: number): number {\n  if (value % 2 !== 0) throw new RangeError('odd')\n  return value / 2\n}\n",
        ...existing,
      }
      const ctx = await contextOf(files, 'add tests for src/half.ts')
      const match = characterizationTests.match(ctx.task)!
      const first = await characterizationTests.generate(ctx, match, {
        state: null,
        executions: [],
        feedback: null,
      })
      if (first.kind !== 'execution_requested') throw new Error(JSON.stringify(first))
      const executions = await Promise.all(
        first.requests.map((request) => new Checkout(files).execute(request))
      )
      const second = await characterizationTests.generate(ctx, match, {
        state: first.state,
        executions,
        feedback: null,
      })
      if (second.kind !== 'execution_requested') throw new Error(JSON.stringify(second))
      for (const pattern of patterns) assert.match(second.requests[0]!.overlay[0]!.content, pattern)
      const third = await characterizationTests.generate(ctx, match, {
        state: second.state,
        executions: second.requests.map(({ id }) => ({
          id,
          exitCode: 127,
          stoppedBy: null,
          stdout: '',
          stderr: `${runner}: not found`,
          durationMs: 1,
          coverage: null,
        })),
        feedback: null,
      })
      assert.equal(third.kind === 'refused' && third.refusal.code, 'unsupported')
      assert.match(third.kind === 'refused' ? third.refusal.message : '', /is not installed in the sandbox/)
    }).timeout(60_000)
  }
})

test.group('characterization tests | where coverage is not measured', () => {
  const files: Files = {
    'package.json': '{"type":"module","scripts":{"test":"vitest run"},"devDependencies":{"vitest":"4"}}',
    'src/half.ts': 'export function half(n: number) {\n  return n / 2\n}\n',
    'src/twice.ts': 'export function twice(n: number) {\n  return n * 2\n}\n',
    'test/twice.test.ts':
      "import { expect, test } from 'vitest'\nimport { twice } from '../src/twice'\n\ntest('twice', () => {\n  expect(twice(2)).toBe(4)\n})\n",
  }

  /** The probes really run; of the runner, only what it would have said is given. */
  async function settled(task: string, suite: string) {
    const ctx = await contextOf(files, task)
    const match = characterizationTests.match(task)!
    const first = await characterizationTests.generate(ctx, match, {
      state: null,
      executions: [],
      feedback: null,
    })
    if (first.kind !== 'execution_requested') throw new Error(JSON.stringify(first))
    const recorded = await Promise.all(first.requests.map((request) => new Checkout(files).execute(request)))
    const executions = recorded.map((result) => ({ ...result, coverage: null }))
    const second = await characterizationTests.generate(ctx, match, {
      state: first.state,
      executions,
      feedback: null,
    })
    if (second.kind !== 'execution_requested') throw new Error(JSON.stringify(second))
    const ran = { exitCode: 0, stoppedBy: null, stderr: '', durationMs: 1, coverage: null }
    return characterizationTests.generate(ctx, match, {
      state: second.state,
      executions: second.requests.map(({ id }) => ({ ...ran, id, stdout: id === 'coverage' ? suite : '{}' })),
      feedback: null,
    })
  }

  test('tests of a file that none has loaded are kept', async ({ assert }) => {
    const outcome = await settled('add tests for src/half.ts', ' ✓ test/half.test.ts (2 tests) 4ms')
    if (outcome.kind !== 'edits') throw new Error(JSON.stringify(outcome))
    assert.equal(outcome.edits[0]!.path, 'test/half.test.ts')
    assert.include(outcome.summary, 'src/half.ts: no test loaded it before')
  }).timeout(60_000)

  test('unless the command does not run the new file', async ({ assert }) => {
    const outcome = await settled('add tests for src/half.ts', ' ✓ test/twice.test.ts (1 test) 4ms')
    assert.match(
      outcome.kind === 'refused' ? outcome.refusal.message : '',
      /does not seem to run the new file/
    )
  }).timeout(60_000)

  test('of a file that is loaded already nothing is claimed, and what would help is said', async ({
    assert,
  }) => {
    const outcome = await settled('add tests for src/twice.ts', ' ✓ test/twice.test.ts (3 tests) 4ms')
    const message = outcome.kind === 'refused' ? outcome.refusal.message : ''
    assert.match(message, /could not be measured \(Vitest does that with @vitest\/coverage-v8/)
  }).timeout(60_000)
})

test.group('characterization tests | what is not there', () => {
  test('a runner that is not known is refused before anything runs', async ({ assert }) => {
    const files: Files = {
      'package.json': '{"scripts":{"test":"uvu -r esm test"}}',
      'src/a.js': 'export function one(a) {\n  return a\n}\n',
      'test/a.js':
        "import { test } from 'uvu'\nimport { one } from '../src/a'\n\ntest('one', () => one(1))\n",
    }
    const task = 'add tests for src/a.js'
    const ctx = await contextOf(files, task)
    const outcome = await characterizationTests.plan(ctx, characterizationTests.match(task)!)
    if (outcome.kind !== 'refused') throw new Error(JSON.stringify(outcome))
    assert.equal(outcome.refusal.code, 'unsupported')
    assert.match(outcome.refusal.message, /^How the tests of `npm test` are written is not known/)
  })

  test('packages that are not installed are named', async ({ assert }) => {
    const files: Files = {
      'package.json': '{"type":"module","scripts":{"test":"node --test"},"dependencies":{"left-pad":"1"}}',
      'src/a.js':
        "import pad from 'left-pad'\n\nexport function one(text = 'a') {\n  return pad(text, 3)\n}\n",
    }
    const { outcome } = await wholeRun(files, 'add tests for src/a.js')
    if (outcome.kind !== 'refused') throw new Error(JSON.stringify(outcome))
    assert.equal(outcome.refusal.code, 'unsupported')
    assert.match(outcome.refusal.message, /because dependencies are not installed .*'left-pad'/)
    assert.match(outcome.refusal.remedy, /^Commit the dependencies/)
  }).timeout(60_000)
})

test.group('characterization tests | refusals', () => {
  const files: Files = {
    'package.json': '{"type":"module"}',
    'src/a.ts':
      'export function one(a: number) {\n  return inner(a)\n}\nfunction inner(a: number) {\n  return a\n}\n',
    'src/b.ts': 'export function one(a: number) {\n  return a\n}\n',
    'src/types.ts': 'export interface A { b: string }\n',
    'src/io.ts':
      "import { writeFileSync } from 'node:fs'\nexport const save = (text: string) => writeFileSync('x', text)\n",
  }
  const cases: [string, string, RegExp][] = [
    ['add tests for src/nowhere.ts', 'not_found', /src\/nowhere\.ts/],
    ['add tests for `absent`', 'not_found', /absent/],
    ['add tests for `one`', 'ambiguous', /src\/a\.ts and by src\/b\.ts/],
    ['add tests for `inner`', 'unsupported', /not an exported function/],
    ['add tests for src/types.ts', 'nothing_to_do', /exports no function/],
    ['add tests for src/io.ts', 'nothing_to_do', /save: it uses node:fs/],
  ]
  for (const [task, code, message] of cases) {
    test(task, async ({ assert }) => {
      const outcome = await generate(files, task)
      if (outcome.kind !== 'refused') throw new Error(JSON.stringify(outcome).slice(0, 500))
      assert.equal(outcome.refusal.code, code)
      assert.match(outcome.refusal.message, message)
      assert.isNotEmpty(outcome.refusal.remedy)
    })
  }

  test('a state that is not its own is rejected', async ({ assert }) => {
    const ctx = await contextOf(files, 'add tests for src/a.ts')
    const match = characterizationTests.match(ctx.task)!
    await assert.rejects(() =>
      characterizationTests.generate(ctx, match, {
        state: '{"phase":"other"}',
        executions: [],
        feedback: null,
      })
    )
  })
})

import { readFileSync } from 'node:fs'
import type { TestRunner } from '@agentops/engine/contract'
import { test } from '@japa/runner'
import { parseReport } from '#workflows/verification/report_parsers/index'

const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}.txt`, import.meta.url), 'utf8')
const nodeFailures = (prefix: string[]) => [
  {
    name: [...prefix.slice(0, 1), 'subtracts'].join(' > '),
    message: prefix.length
      ? 'Expected values to be strictly equal:'
      : 'AssertionError [ERR_ASSERTION]: Expected values to be strictly equal:',
    file: 'a.test.mjs',
    line: 5,
  },
  {
    name: [...prefix, 'throws'].join(' > '),
    message: prefix.length ? 'no way' : 'TypeError: no way',
    file: 'a.test.mjs',
    line: 12,
  },
  {
    name: 'c.test.mjs',
    message: prefix.length ? 'test failed' : "'test failed'",
    file: 'c.test.mjs',
    line: 1,
  },
]

type Row = [fixture: string, runner: TestRunner, passed: number, failed: number, skipped: number]

/** Outputs of the tools themselves (Pest and the newest PHPUnit and Go: as documented); each prints a false summary where it can. */
const rows: Row[] = [
  ['node-spec-red', 'node:test', 3, 3, 2],
  ['node-tap-red', 'node:test', 3, 3, 2],
  ['node-spec-green', 'node:test', 1, 0, 0],
  ['vitest-red', 'vitest', 2, 2, 1],
  ['vitest-green', 'vitest', 1, 0, 0],
  ['vitest-broken', 'vitest', 0, 1, 0],
  ['vitest-none', 'vitest', 0, 0, 0],
  ['jest-red', 'jest', 2, 2, 2],
  ['jest-green', 'jest', 1, 0, 0],
  ['jest-broken', 'jest', 0, 1, 0],
  ['jest-none', 'jest', 0, 0, 0],
  ['mocha-red', 'mocha', 1, 2, 1],
  ['mocha-green', 'mocha', 1, 0, 0],
  ['japa-red', 'japa', 2, 2, 2],
  ['japa-dot-red', 'japa', 2, 2, 2],
  ['japa-green', 'japa', 1, 0, 0],
  ['japa-none', 'japa', 0, 0, 0],
  ['ava-red', 'ava', 1, 1, 2],
  ['ava-green', 'ava', 2, 0, 0],
  ['ava-tap', 'ava', 1, 1, 2],
  ['phpunit-9-red', 'phpunit', 2, 3, 2],
  ['phpunit-9-testdox', 'phpunit', 2, 3, 2],
  ['phpunit-9-skipped', 'phpunit', 1, 0, 1],
  ['phpunit-9-none', 'phpunit', 0, 0, 0],
  ['go-broken', 'go', 0, 2, 0],
  ['go-verbose-broken', 'go', 3, 3, 1],
  ['cargo-165', 'cargo', 3, 1, 1],
  ['pytest-72-red', 'pytest', 2, 4, 2],
  ['pytest-72-q', 'pytest', 2, 4, 2],
  ['pytest-red', 'pytest', 4, 4, 2],
  ['pytest-red-q', 'pytest', 4, 4, 2],
  ['pytest-green', 'pytest', 1, 0, 0],
  ['pytest-green-q', 'pytest', 1, 0, 0],
  ['pytest-none', 'pytest', 0, 0, 0],
  ['pytest-collect', 'pytest', 0, 1, 0],
  ['unittest-red', 'unittest', 1, 2, 2],
  ['unittest-v', 'unittest', 1, 2, 2],
  ['unittest-broken', 'unittest', 0, 1, 0],
  ['unittest-none', 'unittest', 0, 0, 0],
  ['phpunit-red', 'phpunit', 1, 2, 1],
  ['phpunit-green', 'phpunit', 3, 0, 0],
  ['phpunit-issues', 'phpunit', 2, 0, 1],
  ['phpunit-none', 'phpunit', 0, 0, 0],
  ['pest-red', 'pest', 1, 1, 1],
  ['go-red', 'go', 1, 2, 0],
  ['go-green', 'go', 2, 0, 0],
  ['go-verbose', 'go', 3, 1, 1],
  ['go-json', 'go', 1, 0, 0],
  ['cargo-red', 'cargo', 3, 1, 1],
  ['cargo-ff', 'cargo', 1, 1, 1],
  ['cargo-green', 'cargo', 1, 0, 0],
]

test.group('Report parsers | counts', () => {
  test('reads {0}')
    .with(rows)
    .run(({ assert }, [name, runner, passed, failed, skipped]) => {
      const report = parseReport(runner, fixture(name))
      assert.containsSubset(report, { passed, failed, skipped, total: passed + failed + skipped })
    })

  test('an unknown runner is recognised by its framed summary: {0}')
    .with(rows)
    .run(({ assert }, [name, , passed, failed]) => {
      assert.containsSubset(parseReport('unknown', fixture(name)), { passed, failed })
    })

  test('colours, cursor movements and Windows line ends do not matter', ({ assert }) => {
    const coloured = fixture('node-spec-green').replaceAll(/^(ℹ.*)$/gm, '\u001b[34m$1\u001b[39m\u001b[2K\r')
    assert.equal(parseReport('node:test', coloured)?.passed, 1)
  })
})

test.group('Report parsers | failures', () => {
  test('node:test, spec reporter', ({ assert }) => {
    assert.deepEqual(parseReport('node:test', fixture('node-spec-red'))?.failures, nodeFailures([]))
  })

  test('node:test, TAP: leaves only, with the path of their suites', ({ assert }) => {
    assert.deepEqual(
      parseReport('node:test', fixture('node-tap-red'))?.failures,
      nodeFailures(['math', 'deep'])
    )
  })

  const expected: [string, TestRunner, object[]][] = [
    [
      'vitest-red',
      'vitest',
      [
        { name: 'c.test.ts', message: 'Error: broken module', file: 'c.test.ts', line: 1 },
        {
          name: 'math > subtracts',
          message: 'AssertionError: expected 2 to be 1 // Object.is equality',
          file: 'a.test.ts',
          line: 6,
        },
      ],
    ],
    [
      'jest-red',
      'jest',
      [
        {
          name: 'math > subtracts',
          message: 'expect(received).toBe(expected) // Object.is equality',
          file: 't/a.test.js',
          line: 5,
        },
        { name: 't/c.test.js', message: 'broken module', file: 't/c.test.js', line: 1 },
      ],
    ],
    [
      'mocha-red',
      'mocha',
      [
        {
          name: 'math > subtracts',
          message: 'AssertionError [ERR_ASSERTION]: 2 == 1',
          file: 'test/a.js',
          line: 4,
        },
        { name: 'math > deep > throws', message: 'TypeError: no way', file: 'test/a.js', line: 6 },
      ],
    ],
    [
      'japa-red',
      'japa',
      [
        {
          name: 'math > subtracts',
          message: 'AssertionError: expected 2 to equal 1',
          file: 'a.spec.ts',
          line: 6,
        },
        { name: 'math > throws', message: 'TypeError: no way', file: 'a.spec.ts', line: 10 },
      ],
    ],
    [
      'ava-red',
      'ava',
      [{ name: 'subtracts', message: 'Difference (- actual, + expected):', file: 'a.test.mjs', line: 3 }],
    ],
    [
      'pytest-red',
      'pytest',
      [
        { name: 'Math > test_boom', message: 'ValueError: no way', file: 'test_a.py', line: 15 },
        { name: 'Math > test_subtracts', message: 'AssertionError: 2 != 1', file: 'test_a.py', line: 7 },
        {
          name: 'test_param[2]',
          message: 'AssertionError: Ran 99 tests in 0.1s',
          file: 'test_b.py',
          line: 6,
        },
        { name: 'test_err', message: 'RuntimeError: fixture', file: 'test_b.py', line: 3 },
      ],
    ],
    [
      'pytest-collect',
      'pytest',
      [
        {
          name: 'test_h.py',
          message: "ModuleNotFoundError: No module named 'nope'",
          file: 'test_h.py',
          line: 1,
        },
      ],
    ],
    [
      'unittest-red',
      'unittest',
      [
        { name: 'test_a.Math.test_boom', message: 'ValueError: no way', file: 'test_a.py', line: 15 },
        { name: 'test_a.Math.test_subtracts', message: 'AssertionError: 2 != 1', file: 'test_a.py', line: 7 },
      ],
    ],
    [
      'phpunit-red',
      'phpunit',
      [
        {
          name: 'Tests\\CalculatorTest::testThrows',
          message: 'TypeError: no way',
          file: 'tests/CalculatorTest.php',
          line: 20,
        },
        {
          name: 'Tests\\CalculatorTest::testSubtracts',
          message: 'Failed asserting that 2 matches expected 1.',
          file: 'tests/CalculatorTest.php',
          line: 14,
        },
      ],
    ],
    [
      'pest-red',
      'pest',
      [
        {
          name: 'Tests\\Unit\\CalculatorTest > it subtracts',
          message: 'Failed asserting that 2 is identical to 1.',
          file: 'tests/Unit/CalculatorTest.php',
          line: 8,
        },
      ],
    ],
    [
      'go-red',
      'go',
      [
        { name: 'TestSubtract', message: 'got 2, want 1', file: 'calc_test.go', line: 12 },
        { name: 'TestTable/negative', message: 'got -1, want 1', file: 'calc_test.go', line: 25 },
        { name: 'example.com/calc/broken', message: 'build failed' },
      ],
    ],
    [
      'go-verbose',
      'go',
      [{ name: 'TestSubtract', message: 'got 2, want 1', file: 'calc_test.go', line: 12 }],
    ],
    [
      'go-verbose-broken',
      'go',
      [
        { name: 'TestWrong', message: 'got 4, want 5', file: 'calc_test.go', line: 13 },
        { name: 'TestTable/two', message: 'two is wrong', file: 'calc_test.go', line: 23 },
        { name: 'example.test/calc/sub', message: 'build failed' },
      ],
    ],
    [
      'cargo-165',
      'cargo',
      [
        {
          name: 'tests::wrong',
          message: 'assertion failed: `(left == right)`',
          file: 'src/lib.rs',
          line: 14,
        },
      ],
    ],
    [
      'phpunit-9-testdox',
      'phpunit',
      [
        {
          name: 'Calculator > Halves',
          message: 'Failed asserting that 2.5 is identical to 2.0.',
          file: 'tests/CalculatorTest.php',
          line: 6,
        },
        {
          name: 'Calculator > Breaks',
          message: 'RuntimeException: broken',
          file: 'tests/CalculatorTest.php',
          line: 9,
        },
        {
          name: 'Calculator > Sums with data set "wrong"',
          message: 'Failed asserting that 4 is identical to 5.',
          file: 'tests/CalculatorTest.php',
          line: 11,
        },
      ],
    ],
    [
      'cargo-red',
      'cargo',
      [{ name: 'tests::fails', message: 'assertion `left == right` failed', file: 'src/lib.rs', line: 9 }],
    ],
  ]

  test('{0}')
    .with(expected)
    .run(({ assert }, [name, runner, failures]) => {
      assert.deepEqual(parseReport(runner, fixture(name))?.failures, failures)
    })

  test('go without -v counts packages and says so', ({ assert }) => {
    assert.equal(parseReport('go', fixture('go-green'))?.unit, 'packages')
    assert.equal(parseReport('go', fixture('go-verbose'))?.unit, 'tests')
  })
})

test.group('Report parsers | nothing trustworthy', () => {
  const nothing: [name: string, runner: TestRunner, output: string][] = [
    ['no output', 'node:test', ''],
    ['the files were not found', 'node:test', fixture('node-none')],
    ['a module that throws before any test', 'japa', fixture('japa-broken')],
    ['a false row without its frame (vitest)', 'vitest', 'Tests  99 passed (99)\n'],
    ['a false row without its frame (jest)', 'jest', 'Tests:       99 passed, 99 total\n'],
    ['a false row without its frame (japa)', 'japa', 'Tests  99 passed (99)\n Time  1s\n'],
    [
      'a block whose numbers do not add up',
      'node:test',
      fixture('node-spec-green').replace('ℹ tests 1', 'ℹ tests 7'),
    ],
    ['a block that was cut', 'node:test', fixture('node-spec-green').split('ℹ todo')[0]],
    [
      'a cargo run cut in its second binary',
      'cargo',
      `${fixture('cargo-green')}\nrunning 2 tests\ntest a ... ok\n`,
    ],
    [
      'a cargo result that does not match its block',
      'cargo',
      fixture('cargo-green').replace('running 1 test', 'running 3 tests'),
    ],
    ['TAP with fewer points than planned', 'unknown', 'TAP version 13\nok 1 - a\n1..2\n'],
    ['prose with numbers', 'unknown', '3 tests are fine, 2 failed to amuse\n'],
  ]

  test('{0}')
    .with(nothing)
    .run(({ assert }, [, runner, output]) => assert.isNull(parseReport(runner, output)))

  test('a file without tests is not a passing test of node:test: {$self}')
    .with(['node-spec-empty', 'node-tap-empty'])
    .run(({ assert }, name) => {
      assert.containsSubset(parseReport('node:test', fixture(name)), { passed: 0, total: 0 })
    })

  test('the last of several plain summaries is taken', ({ assert }) => {
    const report = parseReport(
      'unknown',
      'demo: 99 passed, 0 failed\nreal work\n7 passed, 2 failed, 1 skipped\n'
    )
    assert.containsSubset(report, { passed: 7, failed: 2, skipped: 1 })
  })

  test('hostile lines are read in linear time', ({ assert }) => {
    const hostile = ['(', '1 a, ', '=', ' ', '1 passed ']
      .map((part) => part.repeat(400_000 / part.length))
      .join('\n')
    const started = performance.now()
    parseReport('unknown', hostile.repeat(2))
    assert.isBelow(performance.now() - started, 20_000)
  })

  test('failures are bounded in number and size', ({ assert }) => {
    const lines = Array.from({ length: 2000 }, (_, i) => `FAILED t.py::test_${i} - ${'x'.repeat(3000)}`)
    const output = `=== short test summary info ===\n${lines.join('\n')}\n=== 2000 failed in 1.0s ===\n`
    const report = parseReport('pytest', output)
    assert.equal(report?.failed, 2000)
    assert.isAtMost(report!.failures.length, 500)
    assert.isAtMost(Math.max(...report!.failures.map(({ message }) => message.length)), 2000)
  })
})

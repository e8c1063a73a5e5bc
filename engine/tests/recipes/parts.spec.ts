import { test } from '@japa/runner'
import { failedTitles } from '../../src/recipes/characterization_tests/failed_titles.ts'
import { samplesOf } from '../../src/recipes/characterization_tests/inputs/regex_sample.ts'
import { readRecordings } from '../../src/recipes/characterization_tests/recordings.ts'
import { Repository } from '../../src/recipes/modules/repository.ts'
import { readModule } from '../../src/recipes/modules/source_module.ts'
import { codeStyleOf, quoted } from '../../src/recipes/project/code_style.ts'
import type { JsRunner } from '../../src/recipes/project/runners.ts'
import { specifierTo } from '../../src/recipes/project/specifiers.ts'
import { matchRecipe, recipes } from '../../src/recipes/registry.ts'
import { type Described, isWritable } from '../../src/recipes/test_code/described.ts'
import { valueCode } from '../../src/recipes/test_code/value_code.ts'
import { snapshotFromFiles } from '../../src/snapshots/snapshot.ts'
import { contextOf, generate } from './context.ts'

const style = { quote: "'", semicolons: false, indent: '  ', width: 100 } as const
const result = (stdout: string, exitCode = 1) => ({
  id: 'x',
  exitCode,
  stoppedBy: null,
  stdout,
  stderr: '',
  durationMs: 1,
  coverage: null,
})

test.group('recipes | registry', () => {
  test('every example is taken by its own recipe', ({ assert }) => {
    for (const { info } of recipes) {
      assert.equal(matchRecipe(info.example)?.recipe.info.name, info.name)
      assert.isAbove(info.sentence.length, 40)
    }
    assert.isNull(matchRecipe('Add authentication to the API'))
  })
})

test.group('recipes | strings for regular expressions', () => {
  for (const source of [
    '^\\d+(\\.\\d+)?$',
    '^every\\s+(?:(\\d+)\\s+)?([a-z]+)$',
    '[a-f0-9]{6}',
    '^(?:ms|s|m)$',
    '^[^@]+@[^@]+\\.[a-z]{2,}$',
    '(?<year>\\d{4})-(?<month>\\d{2})',
    'a|b|',
    '^\\p{L}+$',
  ]) {
    test(source, ({ assert }) => {
      const samples = samplesOf(source)
      assert.isTrue(
        samples.some((text) => new RegExp(source, 'u').test(text)),
        JSON.stringify(samples)
      )
    })
  }

  test('takes anything without hanging or throwing', ({ assert }) => {
    for (const source of ['(', '[', '\\', '*', 'a{99999}', '((((((((((a+)+)+)+)+)+)+)+)+)+', ']{', '(?'])
      assert.isArray(samplesOf(source))
  })
})

test.group('recipes | code of values', () => {
  const cases: [Described, string][] = [
    [{ t: 'string', v: "it's" }, '"it\'s"'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the code of a project
    [{ t: 'string', v: 'a\'b"c\n\u2028${x}`' }, "'a\\'b\"c\\n\\u2028${x}`'"],
    [{ t: '-0' }, '-0'],
    [{ t: 'nan' }, 'NaN'],
    [{ t: 'bigint', v: '5' }, '5n'],
    [{ t: 'date', v: '2024-01-01T00:00:00.000Z' }, "new Date('2024-01-01T00:00:00.000Z')"],
    [
      {
        t: 'object',
        bare: false,
        entries: [
          ['__proto__', { t: 'null' }],
          ['a-b', { t: 'number', v: 1 }],
          ['ok', { t: 'boolean', v: true }],
        ],
      },
      "{ ['__proto__']: null, 'a-b': 1, ok: true }",
    ],
    [{ t: 'object', bare: true, entries: [] }, 'Object.assign(Object.create(null), {})'],
    [
      {
        t: 'map',
        entries: [
          [
            { t: 'string', v: 'k' },
            { t: 'set', items: [{ t: 'undefined' }] },
          ],
        ],
      },
      "new Map([['k', new Set([undefined])]])",
    ],
    [{ t: 'typed', class: 'Uint8Array', items: [{ t: 'number', v: 255 }] }, 'new Uint8Array([255])'],
    [{ t: 'regexp', s: 'a/b', f: 'g' }, "new RegExp('a/b', 'g')"],
  ]
  for (const [value, code] of cases) test(code, ({ assert }) => assert.equal(valueCode(value, style), code))

  test('what equals nothing that can be written is told apart', ({ assert }) => {
    assert.isFalse(isWritable({ t: 'array', items: [{ t: 'function' }] }))
    assert.isTrue(isWritable({ t: 'array', items: [{ t: 'number', v: 1 }] }))
  })
})

test.group('recipes | reports of the sandbox are not trusted', () => {
  test('names that would become code are refused, case by case', ({ assert }) => {
    const item = (id: number, value: unknown) => ({
      id,
      status: 'returned',
      value,
      before: null,
      after: null,
      blocks: [],
    })
    const results = [
      item(1, { t: 'number', v: 1 }),
      item(2, { t: 'instance', class: 'x); process.exit(', entries: [] }),
      item(3, { t: 'bigint', v: '1n; evil()' }),
      { id: -4 },
    ]
    const read = readRecordings(
      result(`noise\n${'0'.repeat(32)}${JSON.stringify({ results, unloadable: [] })}\nmore`, 0),
      '0'.repeat(32)
    )
    assert.deepEqual(read?.byId.get(1)?.value, { t: 'number', v: 1 })
    assert.deepEqual([read?.byId.get(2)?.value, read?.byId.get(3)?.value], [{ t: 'large' }, { t: 'large' }])
    assert.equal(read?.byId.size, 3)
    assert.isNull(readRecordings(result('nothing', 0), '0'.repeat(32)))
    assert.isNull(readRecordings(result(`\n${'0'.repeat(32)}{broken`, 0), '0'.repeat(32)))
  })
})

test.group('recipes | which tests failed', () => {
  const reports: [JsRunner, string, string[] | null][] = [
    [
      'node:test',
      'TAP version 13\n# Subtest: a\nok 1 - a\n    not ok 1 - inner \\# one\nnot ok 2 - b\n',
      ['inner # one', 'b'],
    ],
    ['ava', 'not ok 1 - half › half returns 1\n', ['half returns 1']],
    [
      'vitest',
      JSON.stringify({
        testResults: [
          {
            assertionResults: [
              { title: 'x', status: 'failed' },
              { title: 'y', status: 'passed' },
            ],
          },
        ],
      }),
      ['x'],
    ],
    ['mocha', JSON.stringify({ failures: [{ title: 'x' }] }), ['x']],
    [
      'japa',
      '{"event":"test:end","title":{"expanded":"x"},"hasError":true}\n{"event":"test:end","title":{"expanded":"y"},"hasError":false}\n',
      ['x'],
    ],
    ['jest', 'command not found', null],
  ]
  for (const [runner, output, expected] of reports) {
    test(runner, ({ assert }) => {
      const found = failedTitles(runner, result(output))
      assert.deepEqual(found && [...found], expected)
      assert.deepEqual([...failedTitles(runner, result(output, 0))!], [])
    })
  }
})

test.group('recipes | style', () => {
  test('quotes, semicolons and indentation', ({ assert }) => {
    assert.deepEqual(codeStyleOf(["const a = 'x'\nif (a) {\n  b('y')\n}\n"]), {
      quote: "'",
      semicolons: false,
      indent: '  ',
      width: 100,
    })
    assert.deepEqual(
      codeStyleOf(['const a = "x";\nif (a) {\n    b("y");\n    if (c) {\n        d();\n    }\n}\n']),
      { quote: '"', semicolons: true, indent: '    ', width: 100 }
    )
    assert.equal(codeStyleOf(['if (a) {\n\tb()\n}\n']).indent, '\t')
    assert.equal(quoted('a"b', { quote: '"' }), "'a\"b'")
  })

  test('specifiers', ({ assert }) => {
    assert.equal(specifierTo('test/unit/a.test.ts', 'src/a.ts', 'source'), '../../src/a.ts')
    assert.equal(specifierTo('src/a.test.ts', 'src/a.ts', 'js'), './a.js')
    assert.equal(specifierTo('src/a.test.ts', 'src/deep/index.mts', 'none'), './deep')
  })
})

test.group('recipes | hostile sources', () => {
  test('code nested beyond the stack is left alone', ({ assert }) => {
    assert.isNull(readModule('a.ts', `export const a = ${'['.repeat(4_000)}${']'.repeat(4_000)}\n`))
  })

  test('what the analysis could not read is not parsed again', async ({ assert }) => {
    const files = { 'a.ts': `export const a = ${'['.repeat(60_000)}\n`, 'b.ts': 'export const b = 1\n' }
    const readable = await contextOf({ 'b.ts': files['b.ts'] }, 'x')
    const [read] = readable.graph.files
    const graph = {
      ...readable.graph,
      files: [{ ...read!, path: 'a.ts', skipped: 'the parser broke on this file' }, read!],
    }
    const repository = new Repository(snapshotFromFiles(files), graph)
    assert.isNull(repository.module('a.ts'))
    assert.isNotNull(repository.module('b.ts'))
  })

  test('long comments do not hold the recipe up', async ({ assert }) => {
    const comment = `/** ${'@example '.repeat(60_000)} */\n`
    const started = performance.now()
    await generate({ 'package.json': '{}', 'a.ts': `${comment}export const one = 1\n` }, 'rename one to two')
    assert.isBelow(performance.now() - started, 3_000)
  })
})

import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { parseAgentopsYml } from '#projects/config/agentops_yml'
import { isInScope, lowerLimits } from '#projects/config/scope'

const defaults = {
  test: null,
  install: null,
  coverage: true,
  paths: { include: [], exclude: [] },
  limits: {},
  architecture: null,
}
const documentation = readFileSync(new URL('../../../docs/agentops-yml.md', import.meta.url), 'utf8')
const examples = [...documentation.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text)

test.group('.agentops.yml | accepted', () => {
  test('nothing means the defaults', ({ assert }) => {
    for (const text of ['', '\n', '# only a comment\n', '{}']) {
      assert.deepEqual(parseAgentopsYml(text), { ok: true, config: defaults })
    }
  })

  test('every key', ({ assert }) => {
    const text = [
      'test: { command: " npm run unit ", runner: "node:test", timeout: 90s }',
      'install: npm ci',
      'coverage: false',
      'paths: { include: [src/**], exclude: ["**/*.d.ts"] }',
      'limits: { memory: 1.5GiB, time: 5m, cpu: 90s, processes: 64, disk: 512 MiB, output: 64KiB }',
    ].join('\n')
    assert.deepEqual(parseAgentopsYml(text), {
      ok: true,
      config: {
        test: { command: 'npm run unit', runner: 'node:test', timeoutMs: 90_000 },
        install: 'npm ci',
        coverage: false,
        paths: { include: ['src/**'], exclude: ['**/*.d.ts'] },
        limits: {
          memoryBytes: 1.5 * 1024 ** 3,
          wallMs: 300_000,
          cpuSeconds: 90,
          processes: 64,
          diskBytes: 512 * 1024 ** 2,
          outputBytes: 65_536,
        },
        architecture: null,
      },
    })
  })

  test('a test command may be a string alone, over several lines too', ({ assert }) => {
    const folded = parseAgentopsYml('test: >-\n  npm run build\n  && npm test\n')
    assert.deepEqual(folded.ok && folded.config.test, {
      command: 'npm run build && npm test',
      runner: null,
      timeoutMs: null,
    })
  })

  test('layers and what may not be', ({ assert }) => {
    const text = [
      'architecture:',
      '  layers:',
      '    - { name: shared, paths: [app/shared/**], may_use: [] }',
      '    - { name: pages, paths: [inertia/**] }',
      '  forbid:',
      '    - { from: [engine/**], to: [app/**], because: it stands alone }',
      '  cycles: forbid',
    ].join('\n')
    const parsed = parseAgentopsYml(text)
    assert.deepEqual(parsed.ok && parsed.config.architecture, {
      layers: [
        { name: 'shared', paths: ['app/shared/**'], mayUse: [], line: 3 },
        { name: 'pages', paths: ['inertia/**'], mayUse: null, line: 4 },
      ],
      forbid: [{ from: ['engine/**'], to: ['app/**'], because: 'it stands alone', line: 6 }],
      cycles: 'forbid',
    })
  })

  test('every example of the documentation, and each key has one', ({ assert }) => {
    for (const example of examples) assert.isTrue(parseAgentopsYml(example).ok, example)
    for (const key of ['test', 'install', 'coverage', 'paths', 'limits', 'architecture']) {
      assert.include(documentation, `## \`${key}\``)
      assert.isTrue(
        examples.some((example) => example.startsWith(`${key}:`)),
        key
      )
    }
  })

  test('the mistakes the documentation shows are reported in these words', ({ assert }) => {
    const text = 'test: npm test\n\ncoverge: true\n\nlimits:\n  memory: lots\n'
    const parsed = parseAgentopsYml(text)
    const lines = parsed.ok
      ? []
      : parsed.errors.map((e) => `.agentops.yml:${e.line}:${e.column} ${e.message}`)
    assert.isNotEmpty(lines)
    for (const line of lines) assert.include(documentation, line)
  })
})

test.group('.agentops.yml | refused', () => {
  const cases: [text: string, line: number, column: number, message: RegExp][] = [
    ['tset: npm test', 1, 1, /^unknown key "tset"; did you mean "test"\?$/],
    ['test: npm test\ncolour: red', 2, 1, /^unknown key "colour"; known are test, install, /],
    ['limits:\n  memroy: 1GiB', 2, 3, /^unknown key "limits.memroy"; did you mean "memory"\?$/],
    ['limits:\n  memory: 1GB', 2, 11, /^"limits.memory" is "1GB"; expected a size such as/],
    ['limits: { time: 5 }', 1, 17, /^"limits.time" is 5; expected a duration such as/],
    ['limits: { time: 0s }', 1, 17, /expected a duration/],
    ['limits: { processes: 1.5 }', 1, 22, /^"limits.processes" is 1.5; expected a whole number above 0/],
    ['limits: 5m', 1, 9, /^"limits" is "5m"; expected a mapping with the keys memory, /],
    ['test: 3', 1, 7, /^"test" is 3; expected a command/],
    ['test: "  "', 1, 7, /expected a command/],
    ['test: [npm, test]', 1, 7, /^"test" is a list; expected a command/],
    ['test:\n  runner: jest', 2, 3, /^"test" needs the key "command"$/],
    [
      'test: { command: a, runner: jset }',
      1,
      29,
      /^"test.runner" is "jset"; expected one of .*; did you mean "jest"\?$/,
    ],
    ['test:', 1, 1, /^"test" has no value; give it one or remove the key$/],
    ['coverage: yes', 1, 11, /^"coverage" is "yes"; expected true or false$/],
    ['paths: { include: src }', 1, 19, /^"paths.include" is "src"; expected a list/],
    [
      'paths: { include: [../secrets] }',
      1,
      20,
      /^"paths.include\[0\]" is "..\/secrets"; expected a pattern relative/,
    ],
    ['paths: { exclude: [/etc] }', 1, 20, /expected a pattern relative/],
    ['- a\n- b', 1, 1, /^the file is a list; expected a mapping with the keys test, /],
    ['just text', 1, 1, /^the file is "just text"; expected a mapping/],
    ['test: a\ntest: b', 2, 1, /unique/],
    ['test: "unclosed', 1, 16, /./],
    ['test: a\n---\ntest: b', 2, 1, /./],
    ['install: &c npm ci\ntest: *c', 2, 7, /^"\*c" is an alias; write the value itself$/],
    ['test: !!binary aGk=', 1, 16, /./],
    ['? [a, b]\n: c', 1, 3, /./],
    [
      'architecture: { cycles: never }',
      1,
      25,
      /^"architecture.cycles" is "never"; expected one of allow, forbid/,
    ],
    ['architecture:\n  layers:\n    - name: a', 3, 7, /^"architecture.layers\[0\]" needs the key "paths"$/],
    [
      'architecture:\n  layers:\n    - name: a\n      paths: [a/**]\n      may_use: [b]',
      5,
      16,
      /names "b", which is no layer of this file$/,
    ],
    [
      'architecture:\n  layers:\n    - { name: a, paths: [a] }\n    - { name: a, paths: [b] }',
      4,
      1,
      /^two layers are named "a"$/,
    ],
    [
      'architecture:\n  forbid:\n    - from: [a/**]\n      to: [b/**]\n      because: 3',
      5,
      16,
      /expected a text of at most 300 characters on one line$/,
    ],
    ['architecture: { layers: 3 }', 1, 25, /expected a list of at most 40 entries$/],
  ]

  test('at {1}:{2} {3}')
    .with(cases)
    .run(({ assert }, [text, line, column, message]) => {
      const parsed = parseAgentopsYml(text)
      assert.isFalse(parsed.ok)
      const [error] = parsed.ok ? [] : parsed.errors
      assert.deepInclude(error, { line, column })
      assert.match(error.message, message)
    })

  test('all mistakes are reported, in order, at most twenty', ({ assert }) => {
    const two = parseAgentopsYml('coverage: 1\ninstal: x\n')
    assert.deepEqual(two.ok ? [] : two.errors.map(({ line }) => line), [1, 2])
    const many = parseAgentopsYml(Array.from({ length: 100 }, (_, i) => `key${i}: 1`).join('\n'))
    assert.lengthOf(many.ok ? [] : many.errors, 20)
  })

  test('bombs end at once: {name}')
    .with([
      {
        name: 'nested aliases',
        text: `a: &a [x]\n${Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [${'*a,'.repeat(9)}]`).join('\n')}`,
      },
      { name: 'deep nesting', text: 'test: '.concat('['.repeat(30_000)) },
      { name: 'deep flow mappings', text: '{a: '.repeat(15_000) },
      { name: 'size', text: `test: ${'x'.repeat(1_000_000)}` },
      { name: 'a prototype key', text: '__proto__: { polluted: true }\nconstructor: 1' },
    ])
    .run(({ assert }, { text }) => {
      const started = performance.now()
      assert.isFalse(parseAgentopsYml(text).ok)
      assert.isBelow(performance.now() - started, 20_000)
      assert.notProperty({}, 'polluted')
    })
})

test.group('.agentops.yml | scope', () => {
  test('include and exclude', ({ assert }) => {
    const paths = { include: ['src/**', 'lib/*.ts'], exclude: ['**/*.gen.ts'] }
    assert.isTrue(isInScope(paths, 'src/a/b.ts'))
    assert.isTrue(isInScope(paths, 'lib/a.ts'))
    assert.isFalse(isInScope(paths, 'lib/a/b.ts'))
    assert.isFalse(isInScope(paths, 'src/a.gen.ts'))
    assert.isTrue(isInScope({ include: [], exclude: [] }, 'anything'))
  })

  test('limits can be lowered, never raised', ({ assert }) => {
    const plan = {
      memoryBytes: 100,
      wallMs: 100,
      cpuSeconds: 100,
      processes: 100,
      diskBytes: 100,
      outputBytes: 100,
      more: 1,
    }
    assert.deepEqual(lowerLimits(plan, { memoryBytes: 50, wallMs: 1000 }), { ...plan, memoryBytes: 50 })
  })
})

import { test } from '@japa/runner'
import { detectTestCommand } from '../../src/analyzers/test_command.ts'
import { snapshotFromFiles } from '../../src/snapshots/snapshot.ts'

const npm = (scripts: object, devDependencies: object = {}) => ({
  'package.json': JSON.stringify({ scripts, devDependencies }),
})
const composer = (dev: object, scripts: object = {}) => ({
  'composer.json': JSON.stringify({ 'require-dev': dev, scripts }),
})

const rows: {
  label: string
  files: Record<string, string>
  command: string
  runner: string
  reason: RegExp
}[] = [
  {
    label: 'a script that calls node --test',
    files: npm({ test: 'node --test' }),
    command: 'npm test',
    runner: 'node:test',
    reason: /"test" script/,
  },
  {
    label: 'node with flags before --test',
    files: npm({ test: 'node --import tsx --test src' }),
    command: 'npm test',
    runner: 'node:test',
    reason: /node:test/,
  },
  {
    label: 'a Vitest script',
    files: npm({ test: 'vitest run' }),
    command: 'npm test',
    runner: 'vitest',
    reason: /vitest/,
  },
  {
    label: 'a Jest script with pnpm',
    files: { ...npm({ test: 'jest --ci' }), 'pnpm-lock.yaml': '' },
    command: 'pnpm test',
    runner: 'jest',
    reason: /jest/,
  },
  {
    label: 'a Mocha script with yarn',
    files: { ...npm({ test: 'mocha' }), 'yarn.lock': '' },
    command: 'yarn test',
    runner: 'mocha',
    reason: /mocha/,
  },
  { label: 'an AVA script', files: npm({ test: 'ava' }), command: 'npm test', runner: 'ava', reason: /ava/ },
  {
    label: 'a Japa script through ace',
    files: npm({ test: 'node ace test' }),
    command: 'npm test',
    runner: 'japa',
    reason: /japa/,
  },
  {
    label: 'a script that calls another',
    files: npm({ test: 'npm run lint && npm run test:unit', 'test:unit': 'vitest run' }),
    command: 'npm test',
    runner: 'vitest',
    reason: /vitest/,
  },
  {
    label: 'a script of its own with a runner among the dependencies',
    files: npm({ test: './run-tests.sh' }, { jest: '30' }),
    command: 'npm test',
    runner: 'jest',
    reason: /run-tests/,
  },
  {
    label: 'a script nobody knows',
    files: npm({ test: './run-tests.sh' }),
    command: 'npm test',
    runner: 'unknown',
    reason: /run-tests/,
  },
  {
    label: 'a script with bun',
    files: { ...npm({ test: 'vitest run' }), 'bun.lock': '' },
    command: 'bun run test',
    runner: 'vitest',
    reason: /vitest/,
  },
  {
    label: "npm's placeholder and Vitest installed",
    files: npm({ test: 'echo "Error: no test specified" && exit 1' }, { vitest: '4' }),
    command: 'npx vitest run',
    runner: 'vitest',
    reason: /depends on vitest/,
  },
  {
    label: 'a script that watches',
    files: npm({ test: 'jest --watch' }, { jest: '30' }),
    command: 'npx jest',
    runner: 'jest',
    reason: /no usable/,
  },
  {
    label: 'Japa without a script',
    files: { ...npm({}, { '@japa/runner': '5' }), 'bin/test.ts': '' },
    command: 'node bin/test.ts',
    runner: 'japa',
    reason: /@japa\/runner/,
  },
  {
    label: 'files that import node:test',
    files: { ...npm({}), 'test/a.test.js': "import test from 'node:test'" },
    command: 'node --test',
    runner: 'node:test',
    reason: /test\/a.test.js/,
  },
  {
    label: 'Pest',
    files: composer({ 'pestphp/pest': '4', 'phpunit/phpunit': '12' }),
    command: 'vendor/bin/pest',
    runner: 'pest',
    reason: /pestphp/,
  },
  {
    label: 'PHPUnit',
    files: composer({ 'phpunit/phpunit': '12' }),
    command: 'vendor/bin/phpunit',
    runner: 'phpunit',
    reason: /phpunit/,
  },
  {
    label: 'PHPUnit by its configuration',
    files: { 'phpunit.xml.dist': '<phpunit/>' },
    command: 'vendor/bin/phpunit',
    runner: 'phpunit',
    reason: /phpunit.xml.dist/,
  },
  {
    label: 'pytest by its configuration',
    files: { 'pyproject.toml': '[tool.pytest.ini_options]' },
    command: 'python3 -m pytest',
    runner: 'pytest',
    reason: /pyproject.toml/,
  },
  {
    label: 'pytest by conftest.py',
    files: { 'tests/conftest.py': '' },
    command: 'python3 -m pytest',
    runner: 'pytest',
    reason: /conftest/,
  },
  {
    label: 'unittest',
    files: { 'tests/test_a.py': 'import unittest\n' },
    command: 'python3 -m unittest',
    runner: 'unittest',
    reason: /test_a.py/,
  },
  {
    label: 'Python tests by name',
    files: { 'tests/test_a.py': 'def test_a(): pass\n' },
    command: 'python3 -m pytest',
    runner: 'pytest',
    reason: /test_a.py/,
  },
  {
    label: 'Go',
    files: { 'go.mod': 'module x', 'a_test.go': '' },
    command: 'go test ./...',
    runner: 'go',
    reason: /a_test.go/,
  },
  {
    label: 'Rust',
    files: { 'Cargo.toml': '[package]' },
    command: 'cargo test',
    runner: 'cargo',
    reason: /Cargo.toml/,
  },
]

test.group('test command', () => {
  test('{label}: {command}')
    .with(rows)
    .run(({ assert }, { files, command, runner, reason }) => {
      const found = detectTestCommand(snapshotFromFiles(files))
      assert.equal(found?.command, command)
      assert.equal(found?.runner, runner)
      assert.match(found?.reason ?? '', reason)
    })

  test('nothing is made up: {label}')
    .with([
      { label: 'an empty repository', files: {} as Record<string, string> },
      { label: 'a package without tests', files: npm({ build: 'tsc' }) as Record<string, string> },
      { label: 'Go without tests', files: { 'go.mod': 'module x' } as Record<string, string> },
      {
        label: 'a broken package.json',
        files: { 'package.json': '{ "scripts": ' } as Record<string, string>,
      },
      { label: 'a package.json of another shape', files: { 'package.json': '[]' } as Record<string, string> },
    ])
    .run(({ assert }, { files }) => {
      assert.isNull(detectTestCommand(snapshotFromFiles(files)))
    })
})

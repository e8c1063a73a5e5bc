import { spawnSync } from 'node:child_process'
import { test } from '@japa/runner'
import { isBranchName } from '#projects/git/branch_name'
import { staysInside, unsafePath } from '#projects/git/path_safety'

const names = [
  'main',
  'feature/ia-task-1',
  'a',
  'A.b',
  'ünï',
  '日本',
  'a-b',
  'a@b',
  '@a',
  'a/b/c',
  'v1.0',
  'a{b}',
  '',
  '-a',
  '--force',
  'HEAD',
  'a..b',
  'a//b',
  '/a',
  'a/',
  '.a',
  'a/.b',
  'a.lock',
  'a.lock/b',
  'a.',
  'a b',
  'a\tb',
  'a\nb',
  'a~1',
  'a^',
  'a:b',
  'a?',
  'a*',
  'a[',
  'a\\b',
  'a@{1}',
  'a\u007f',
  'refs/heads/x',
  '@{-1}',
  'a/b.lock',
]

test.group('Branch names', () => {
  test('{0} is judged as git judges it')
    .with(names)
    .run(({ assert }, name) => {
      const { status } = spawnSync('git', ['check-ref-format', '--branch', name], { cwd: '/' })
      assert.equal(isBranchName(name), status === 0)
    })

  test('what git reads as something else than a name is refused', ({ assert }) => {
    assert.isFalse(isBranchName('@'))
    assert.isFalse(isBranchName('x'.repeat(201)))
  })
})

test.group('Paths', () => {
  test('{0} is refused as {1}')
    .with([
      ['', 'invalid_path'],
      ['a//b', 'invalid_path'],
      ['./a', 'invalid_path'],
      ['a/', 'invalid_path'],
      ['a\u0000b', 'invalid_path'],
      ['/etc/passwd', 'outside'],
      ['\\etc', 'outside'],
      ['C:\\x', 'outside'],
      ['c:/x', 'outside'],
      ['../x', 'outside'],
      ['a/../../x', 'outside'],
      ['a\\..\\x', 'outside'],
      ['.git', 'git_folder'],
      ['.git/config', 'git_folder'],
      ['a/.git/hooks/pre-commit', 'git_folder'],
      ['.GIT/config', 'git_folder'],
      ['.Git', 'git_folder'],
      ['git~1/config', 'git_folder'],
      ['GIT~1', 'git_folder'],
      ['.git./config', 'git_folder'],
      ['.git /config', 'git_folder'],
      ['.git. . /config', 'git_folder'],
      ['.git::$INDEX_ALLOCATION/config', 'git_folder'],
      ['.g\u200cit/config', 'git_folder'],
      ['\ufeff.git/config', 'git_folder'],
      ['.git\\config', 'git_folder'],
    ] as const)
    .run(({ assert }, [path, code]) => {
      assert.equal(unsafePath(path), code)
    })

  test('{0} is a path like any other')
    .with([
      '.gitignore',
      '.gitattributes',
      '.github/workflows/ci.yml',
      'a..b',
      'x.git/y',
      'a b',
      'ü/日本',
      'line\nbreak',
      '...',
      'a\\b',
    ])
    .run(({ assert }, path) => {
      assert.isNull(unsafePath(path))
    })

  test('a link {0} -> {1} stays inside: {2}')
    .with([
      ['a', 'b', true],
      ['a', './b/c', true],
      ['x/a', '../b', true],
      ['x/y/a', '../..', true],
      ['a', '..', false],
      ['x/a', '../../b', false],
      ['a', '/etc/passwd', false],
      ['a', '', false],
      // where x/y is itself a link this leads anywhere
      ['a', 'x/y/../b', false],
      ['a', '.git/config', false],
    ] as const)
    .run(({ assert }, [path, target, inside]) => {
      assert.equal(staysInside(path, target), inside)
    })
})

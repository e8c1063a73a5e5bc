import { test } from '@japa/runner'
import { forbiddenPath } from '../../../contract/path_policy.ts'

test.group('paths that may be changed', () => {
  test('{$self} may')
    .with([
      'src/a.ts',
      'README.md',
      '.github/CODEOWNERS',
      'docs/git/index.md',
      'deep/er/ünïcode.ts',
      '.eslintrc',
    ])
    .run(({ assert }, path) => {
      assert.isNull(forbiddenPath(path, 'Fix the bug'))
    })

  test('{$self} may not, whatever the task says')
    .with([
      '',
      '..',
      '../a',
      'a/../../b',
      '/etc/passwd',
      'C:/x',
      'a\\b',
      './a',
      'a//b',
      'a/',
      '.git/config',
      'sub/.GIT/hooks/x',
      '.git /config',
      'a\nb',
    ])
    .run(({ assert }, path) => {
      assert.isNotNull(forbiddenPath(path, `Change the CI workflow, the lockfile and ${path}`))
    })

  test('{path} may only when the task asks: {task}')
    .with([
      { path: '.github/workflows/ci.yml', task: 'Run the CI on pull requests' },
      { path: '.gitlab-ci.yml', task: 'Cache npm in the pipeline' },
      { path: 'Jenkinsfile', task: 'Add a stage to Jenkinsfile' },
      { path: 'package-lock.json', task: 'Upgrade express' },
      { path: 'packages/a/yarn.lock', task: 'Refresh the lockfile' },
      { path: '.agentops.yml', task: 'Set the test command in .agentops.yml' },
      { path: '.npmrc', task: 'Add a scope to .npmrc' },
    ])
    .run(({ assert }, { path, task }) => {
      assert.isNull(forbiddenPath(path, task))
      assert.match(forbiddenPath(path, 'Rename foo to bar') ?? '', /does not ask/)
    })
})

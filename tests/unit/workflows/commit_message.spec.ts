import { test } from '@japa/runner'
import { commitMessage } from '#workflows/services/commit_message'
import type { WorkflowRecord } from '#workflows/steps/step_context'
import { notRun } from '#workflows/verification/rule'

const messageFor = (task: string, summary = 'Adds them.') =>
  commitMessage({ id: 'x', task } as WorkflowRecord, summary, notRun('Nothing ran.')).message

test.group('The message of a commit', () => {
  test('says what was asked, what was done and what was proven', ({ assert }) => {
    assert.equal(messageFor('Add numbers\n\nand more'), 'Add numbers\n\nAdds them.\n\nNothing ran.')
  })

  test('closes no issue and calls nobody', ({ assert }) => {
    const message = messageFor('Fixes #12 for @octocat', 'Closes octo/cat#3 and resolves #4.')
    assert.notMatch(message, /fixes\s+#|closes\s+octo|resolves\s+#|@octocat/i)
  })

  test('keeps no pipeline from running: {$self}')
    .with(['[skip ci]', '[ci skip]', '[no ci]', '[skip actions]', '***NO_CI***', 'skip-checks: true'])
    .run(({ assert }, words) => {
      assert.notInclude(messageFor(`Add numbers ${words}`), words)
      assert.notInclude(messageFor('Add numbers', `Done.\n\n\n${words}`), words)
    })
})

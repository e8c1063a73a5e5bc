import { test } from '@japa/runner'
import type { PipelineJob } from '#projects/git/host_contract'
import { blameFor } from '#workflows/services/pipeline_blame'

const job: PipelineJob = {
  id: '1',
  name: 'test',
  url: 'https://git.example.test/jobs/1',
  state: 'failed',
  allowedToFail: false,
  ours: true,
  startedAt: null,
  finishedAt: null,
}

test.group('A failed job of a pipeline', () => {
  test('is ours when its log shows failing tests', ({ assert }) => {
    const log = 'TAP version 13\nnot ok 1 - adds\n# fail 1\nError: Process completed with exit code 1.'
    assert.equal(blameFor({ job, log, failedBefore: false }).blame, 'ours')
    assert.equal(blameFor({ job, log, failedBefore: null }).blame, 'ours')
  })

  test('is not ours when it failed before the change, whatever its log says', ({ assert }) => {
    assert.equal(blameFor({ job, log: 'npm ERR! ECONNRESET', failedBefore: true }).blame, 'not_ours')
  })

  test('is not ours when there is nothing to read', ({ assert }) => {
    assert.equal(blameFor({ job, log: null, failedBefore: null }).blame, 'not_ours')
  })

  test('is flaky when it died of its surroundings: {$self}')
    .with([
      'npm error code ECONNRESET',
      'fatal: unable to access: Could not resolve host: git.example.test',
      'write error: No space left on device',
      'The runner has received a shutdown signal. This can happen when the runner service is stopped.',
      'ERROR: Job failed (system failure): failed to pull image "node:24"',
      'npm error 503 Service Unavailable',
    ])
    .run(({ assert }, line) => {
      assert.equal(blameFor({ job, log: `some output\n${line}\n`, failedBefore: false }).blame, 'flaky')
    })

  test('is ours when a network error was printed long before it died', ({ assert }) => {
    const log = `ok 1 - survives ECONNRESET\n${'ok - more\n'.repeat(1000)}not ok 1002 - adds\n`
    assert.equal(blameFor({ job, log, failedBefore: false }).blame, 'ours')
  })
})

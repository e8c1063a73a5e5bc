import { createHmac } from 'node:crypto'
import { createRequire } from 'node:module'
import { test } from '@japa/runner'
import { githubDeliveries } from '#projects/git/github/deliveries'

interface Recorded {
  name: string
  examples: Record<string, unknown>[]
}

const require = createRequire(import.meta.url)
const recorded: Recorded[] = require('@octokit/webhooks-examples/api.github.com/index.json')
const example = (name: string, action?: string) =>
  recorded.find((one) => one.name === name)!.examples.find((one) => !action || one.action === action)!

function told(name: string, payload: unknown) {
  const parsed = githubDeliveries.parse(name, payload)
  if (parsed.kind !== 'told') throw new Error(parsed.why)
  return parsed.events
}

test.group("GitHub's deliveries", () => {
  test('are all understood or ignored, every recorded example of every event', ({ assert }) => {
    const malformed: string[] = []
    let count = 0
    for (const { name, examples } of recorded) {
      for (const payload of examples) {
        const parsed = githubDeliveries.parse(name, payload)
        if (parsed.kind === 'malformed') malformed.push(`${name}: ${parsed.why}`)
        count += 1
      }
    }
    assert.deepEqual(malformed, [])
    assert.isAbove(count, 300)
  })

  test('say which branch was pushed, made and removed', ({ assert }) => {
    const push = {
      ...example('push'),
      ref: 'refs/heads/feature/größer',
      before: '0'.repeat(40),
      after: 'a'.repeat(40),
    }
    assert.containsSubset(told('push', push), [
      { kind: 'push', branch: 'feature/größer', before: null, after: 'a'.repeat(40) },
    ])
    assert.deepEqual(told('push', { ...push, ref: 'refs/tags/v1' }), [])
  })

  test('say whether a pull request was merged or closed', ({ assert }) => {
    const closed = example('pull_request', 'closed')
    const pull = closed.pull_request as Record<string, unknown>
    const merged = { ...closed, pull_request: { ...pull, merged: true } }
    assert.containsSubset(told('pull_request', merged), [{ kind: 'change_request', change: 'merged' }])
    const left = { ...closed, pull_request: { ...pull, merged: false, merged_at: null } }
    assert.containsSubset(told('pull_request', left), [{ kind: 'change_request', change: 'closed' }])
  })

  test('tell a comment on a pull request from one on an issue', ({ assert }) => {
    const created = example('issue_comment', 'created')
    const issue = { ...(created.issue as object), pull_request: null }
    assert.containsSubset(told('issue_comment', { ...created, issue }), [
      { kind: 'comment', subject: { kind: 'issue' } },
    ])
    const pull = { ...created, issue: { ...issue, pull_request: { url: 'x' } } }
    assert.containsSubset(told('issue_comment', pull), [
      { kind: 'comment', subject: { kind: 'change_request' } },
    ])
    assert.deepEqual(told('issue_comment', { ...created, action: 'deleted' }), [])
  })

  test('bound what strangers have written', ({ assert }) => {
    const created = example('issue_comment', 'created')
    const comment = { ...(created.comment as object), body: 'x'.repeat(1_000_000) }
    const [event] = told('issue_comment', { ...created, comment })
    assert.isBelow(JSON.stringify(event).length, 25_000)
  })

  test('name the label and the commit', ({ assert }) => {
    const labeled = { ...example('issues', 'labeled'), label: { name: 'agentops' } }
    assert.containsSubset(told('issues', labeled), [
      { kind: 'labelled', label: 'agentops', subject: { kind: 'issue' } },
    ])
    const run = example('workflow_run', 'completed')
    const state = {
      ...(run.workflow_run as object),
      status: 'completed',
      conclusion: 'failure',
      head_sha: 'b'.repeat(40),
    }
    assert.containsSubset(told('workflow_run', { ...run, workflow_run: state }), [
      { kind: 'pipeline', commit: 'b'.repeat(40), state: 'failed' },
    ])
  })

  test('of another shape are malformed, with where and without what', ({ assert }) => {
    const parsed = githubDeliveries.parse('push', { ...example('push'), ref: 7, after: 'hunter2' })
    assert.deepEqual(parsed, { kind: 'malformed', why: 'ref: invalid_type' })
    assert.equal(githubDeliveries.parse('push', 'text').kind, 'malformed')
  })

  test('count only with the right signature over the very bytes', ({ assert }) => {
    const body = Buffer.from('{"a": "ü"}')
    const sign = (secret: string, over = body) =>
      `sha256=${createHmac('sha256', secret).update(over).digest('hex')}`
    const verify = (signature?: string) => githubDeliveries.verify(() => signature, body, 'whisper')
    assert.isTrue(verify(sign('whisper')))
    assert.isFalse(verify(sign('shout')))
    assert.isFalse(verify(sign('whisper', Buffer.from('{"a":"ü"}'))))
    assert.isFalse(verify(sign('whisper').replace('sha256=', 'sha1=')))
    assert.isFalse(verify(''))
    assert.isFalse(verify(undefined))
  })
})

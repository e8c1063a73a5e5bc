import { test } from '@japa/runner'
import { gitlabDeliveries } from '#projects/git/gitlab/deliveries'

const told = (payload: object) => {
  const parsed = gitlabDeliveries.parse('', payload)
  if (parsed.kind !== 'told') throw new Error(parsed.why)
  return parsed.events
}
const project = { id: 5, path_with_namespace: 'octo/cat' }

test.group('Who did what GitLab tells of', () => {
  test('is never the author of an issue that somebody else has labelled', ({ assert }) => {
    const [event] = told({
      object_kind: 'issue',
      project,
      // as versions before 13 send it: without an id
      user: { username: 'stranger' },
      object_attributes: { iid: 3, title: 'Crash', url: 'x', action: 'update', author_id: 1 },
      changes: { labels: { previous: [], current: [{ title: 'agentops' }] } },
    })
    assert.containsSubset(event, { kind: 'labelled', author: null })
  })
})

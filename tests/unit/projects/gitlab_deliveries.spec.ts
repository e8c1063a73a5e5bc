import { test } from '@japa/runner'
import { gitlabDeliveries } from '#projects/git/gitlab/deliveries'

const user = {
  id: 1,
  name: 'Administrator',
  username: 'root',
  avatar_url: 'http://www.gravatar.com/avatar/1',
  email: 'admin@example.com',
}
const project = {
  id: 15,
  name: 'Diaspora',
  description: '',
  web_url: 'http://example.com/mike/diaspora',
  path_with_namespace: 'mike/diaspora',
  default_branch: 'master',
}
const sha = 'da1560886d4f094c3e6c9ef40349f7d38b5d27d7'
const before = '95790bf891e76fee5e1747ab589903a6a1f80f22'
const issue = {
  id: 92,
  title: 'test',
  iid: 17,
  description: 'test',
  state: 'opened',
  url: 'http://example.com/mike/diaspora/issues/17',
}
const request = {
  id: 99,
  iid: 1,
  title: 'Draft: MS-Viewport',
  target_branch: 'master',
  source_branch: 'ms-viewport',
  state: 'opened',
  draft: true,
  last_commit: { id: sha, message: 'fixed readme', timestamp: '2012-01-03T23:36:29+02:00' },
  url: 'http://example.com/diaspora/merge_requests/1',
  action: 'open',
}
const note = (type: string, more: object) => ({
  object_kind: 'note',
  event_type: 'note',
  user,
  project_id: 15,
  project,
  object_attributes: {
    id: 1241,
    note: 'Hello world',
    noteable_type: type,
    system: false,
    action: 'create',
    url: 'http://example.com/mike/diaspora/issues/17#note_1241',
  },
  ...more,
})

/** As https://docs.gitlab.com/user/project/integrations/webhook_events shows them. */
const documented: Record<string, Record<string, unknown>> = {
  push: {
    object_kind: 'push',
    event_name: 'push',
    before,
    after: sha,
    ref: 'refs/heads/master',
    checkout_sha: sha,
    user_id: 4,
    user_name: 'John Smith',
    user_username: 'jsmith',
    project_id: 15,
    project,
    commits: [{ id: sha }],
    total_commits_count: 4,
  },
  'tag push': {
    object_kind: 'tag_push',
    event_name: 'tag_push',
    before: '0'.repeat(40),
    after: sha,
    ref: 'refs/tags/v1.0.0',
    user_id: 1,
    project_id: 1,
    project,
    commits: [],
  },
  issue: {
    object_kind: 'issue',
    event_type: 'issue',
    user,
    project,
    object_attributes: { ...issue, id: 301, action: 'open' },
    labels: [{ id: 206, title: 'API', color: '#ffffff' }],
    changes: {
      labels: {
        previous: [{ id: 206, title: 'API' }],
        current: [
          { id: 206, title: 'API' },
          { id: 205, title: 'agentops' },
        ],
      },
    },
  },
  'work item': {
    object_kind: 'work_item',
    event_type: 'work_item',
    user,
    project,
    object_attributes: { ...issue, type: 'Task', action: 'update' },
    labels: [],
    changes: {},
  },
  'comment on commit': note('Commit', { commit: { id: sha, message: 'Add submodule' } }),
  'comment on merge request': note('MergeRequest', { merge_request: request }),
  'comment on issue': note('Issue', { issue }),
  'comment on snippet': note('Snippet', { snippet: { id: 53, title: 'test' } }),
  'merge request': {
    object_kind: 'merge_request',
    event_type: 'merge_request',
    user,
    project,
    object_attributes: request,
    labels: [{ id: 206, title: 'API' }],
    changes: { updated_by_id: { previous: null, current: 1 }, draft: { previous: true, current: false } },
  },
  'wiki page': {
    object_kind: 'wiki_page',
    user,
    project,
    wiki: {},
    object_attributes: { title: 'Awesome', content: 'awesome content goes here', action: 'create' },
  },
  pipeline: {
    object_kind: 'pipeline',
    object_attributes: {
      id: 31,
      iid: 3,
      name: 'Pipeline for branch: master',
      ref: 'master',
      tag: false,
      sha,
      before_sha: sha,
      source: 'merge_request_event',
      status: 'failed',
      detailed_status: 'failed',
      stages: ['build', 'test'],
      duration: 63,
      url: 'http://example.com/gitlab-org/gitlab-test/-/pipelines/31',
    },
    user,
    project,
    builds: [{ id: 380, stage: 'deploy', name: 'production', status: 'skipped' }],
  },
  job: {
    object_kind: 'build',
    ref: 'gitlab-script-trigger',
    tag: false,
    before_sha: before,
    sha,
    build_id: 1977,
    build_name: 'test',
    build_stage: 'test',
    build_status: 'created',
    build_duration: null,
    build_allow_failure: false,
    pipeline_id: 2366,
    project_id: 380,
    project_name: 'gitlab-org/gitlab-test',
    user,
    project,
    commit: { id: 2366, sha },
  },
  deployment: {
    object_kind: 'deployment',
    status: 'success',
    deployment_id: 15,
    project,
    user,
    ref: 'master',
    environment: 'staging',
  },
  member: {
    event_name: 'user_add_to_group',
    group_name: 'webhook-test',
    group_id: 100,
    user_username: 'test_user',
    user_id: 64,
  },
  subgroup: { event_name: 'subgroup_create', name: 'subgroup1', group_id: 10 },
  'feature flag': {
    object_kind: 'feature_flag',
    project,
    user,
    object_attributes: { id: 6, name: 'test-feature-flag', active: true },
  },
  release: {
    id: 1,
    object_kind: 'release',
    name: 'v1.1',
    project,
    url: 'https://example.com',
    action: 'create',
    tag: 'v1.1',
    commit: { id: sha },
  },
  emoji: {
    object_kind: 'emoji',
    event_type: 'award',
    user,
    project_id: 6,
    project,
    object_attributes: { id: 1, name: 'thumbsup', awardable_type: 'Note' },
  },
  'access token': {
    object_kind: 'access_token',
    project,
    object_attributes: { user_id: 90, name: 'acd', expires_at: '2024-01-26' },
    event_name: 'expiring_access_token',
  },
  vulnerability: {
    object_kind: 'vulnerability',
    object_attributes: {
      url: 'https://example.com/flightjs/Flight/-/security/vulnerabilities/1',
      project_id: 50,
    },
  },
  'project renamed': {
    event_name: 'project_rename',
    name: 'Underscore',
    path: 'underscore',
    path_with_namespace: 'jsmith/underscore',
    project_id: 73,
    old_path_with_namespace: 'jsmith/overscore',
  },
}

function told(name: string, change: (payload: Record<string, unknown>) => object = (payload) => payload) {
  const parsed = gitlabDeliveries.parse('', change(documented[name]!))
  if (parsed.kind !== 'told') throw new Error(`${name}: ${parsed.why}`)
  return parsed
}

test.group("GitLab's deliveries", () => {
  test('are all understood or ignored, every documented payload', ({ assert }) => {
    for (const name of Object.keys(documented)) assert.equal(told(name).kind, 'told')
  })

  test('say what was pushed and by whom', ({ assert }) => {
    assert.deepEqual(told('push').events, [
      {
        kind: 'push',
        branch: 'master',
        before,
        after: sha,
        repository: { id: '15', path: 'mike/diaspora' },
        author: { id: '4', login: 'jsmith', bot: false },
      },
    ])
    assert.deepEqual(told('tag push').events, [])
  })

  test('name the labels that came, and not those that were there', ({ assert }) => {
    assert.containsSubset(told('issue').events, [
      { kind: 'labelled', label: 'agentops', subject: { kind: 'issue', number: 17 } },
    ])
    assert.lengthOf(told('issue').events, 1)
    const fresh = told('issue', (payload) => ({ ...payload, changes: {} }))
    assert.containsSubset(fresh.events, [{ kind: 'labelled', label: 'API' }])
  })

  test('tell comments on issues and merge requests, and on nothing else', ({ assert }) => {
    assert.containsSubset(told('comment on issue').events, [
      {
        kind: 'comment',
        subject: { kind: 'issue', number: 17 },
        comment: { id: '1241', body: 'Hello world' },
      },
    ])
    assert.containsSubset(told('comment on merge request').events, [
      { kind: 'comment', subject: { kind: 'change_request', number: 1, title: 'MS-Viewport' } },
    ])
    assert.deepEqual(told('comment on commit').events, [])
    const edited = told('comment on issue', (payload) => ({
      ...payload,
      object_attributes: { ...(payload.object_attributes as object), action: 'update' },
    }))
    assert.deepEqual(edited.events, [])
    const system = told('comment on issue', (payload) => ({
      ...payload,
      object_attributes: { ...(payload.object_attributes as object), system: true },
    }))
    assert.deepEqual(system.events, [])
  })

  test('say what became of a merge request', ({ assert }) => {
    const become = (action: string) =>
      told('merge request', (payload) => ({ ...payload, object_attributes: { ...request, action } })).events
    assert.containsSubset(become('open'), [
      { kind: 'change_request', change: 'opened', draft: true, title: 'MS-Viewport', headCommit: sha },
    ])
    assert.containsSubset(become('merge'), [{ kind: 'change_request', change: 'merged' }])
    assert.containsSubset(become('close'), [{ kind: 'change_request', change: 'closed' }])
    assert.deepEqual(become('approved'), [])
  })

  test('name commit and state of pipelines and jobs', ({ assert }) => {
    assert.containsSubset(told('pipeline').events, [
      { kind: 'pipeline', commit: sha, branch: 'master', state: 'failed' },
    ])
    assert.containsSubset(told('job').events, [
      { kind: 'pipeline', commit: sha, name: 'test', state: 'pending' },
    ])
    assert.containsSubset(told('project renamed'), {
      repository: { id: '73', path: 'jsmith/underscore' },
      events: [{ kind: 'repository', change: 'renamed' }],
    })
  })

  test('know the bots of projects and groups', ({ assert }) => {
    const by = (username: string) =>
      told('comment on issue', (payload) => ({ ...payload, user: { ...user, username } })).events[0]!.author
    assert.isTrue(by('project_15_bot_4ffca233d8298ea1')!.bot)
    assert.isFalse(by('bottom')!.bot)
  })

  test('have a number that stays when they are delivered again', ({ assert }) => {
    const header = (headers: Record<string, string>) => (name: string) => headers[name]
    const body = Buffer.from('{}')
    const named = header({ 'x-gitlab-event': 'Push Hook', 'idempotency-key': 'abc' })
    assert.deepEqual(gitlabDeliveries.identify(named, body), { id: 'abc', event: 'Push Hook' })
    const older = header({ 'x-gitlab-event': 'Push Hook', 'x-gitlab-event-uuid': 'same' })
    const one = gitlabDeliveries.identify(older, body)!.id
    assert.equal(gitlabDeliveries.identify(older, body)!.id, one)
    assert.notEqual(gitlabDeliveries.identify(older, Buffer.from('[]'))!.id, one)
    assert.isNull(gitlabDeliveries.identify(header({}), body))
  })

  test('count only with the very token', ({ assert }) => {
    const verify = (token?: string) => gitlabDeliveries.verify(() => token, Buffer.from(''), 'whisper')
    assert.isTrue(verify('whisper'))
    for (const wrong of ['Whisper', 'whisper ', '', undefined]) assert.isFalse(verify(wrong))
  })
})

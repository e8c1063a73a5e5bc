import { adminListValidator, flagSettingValidator, replayValidator } from '#ops/validators/admin'
import { pageValidator } from '#projects/validators/connection'
import {
  count,
  flag,
  id,
  json,
  type Operations,
  object,
  oneOf,
  pageSchema,
  text,
  textOrNull,
  time,
  timeOrNull,
} from '#shared/api/operation'

const list = (items: object) => ({ type: 'array', items })
const user = object({
  id,
  name: text,
  email: text,
  createdAt: time,
  suspendedAt: timeOrNull,
  isOperator: flag,
  teams: list(object({ id, name: text, role: text })),
})
const team = object({
  id,
  name: text,
  members: count,
  owners: textOrNull,
  createdAt: time,
  purgeAt: timeOrNull,
})
const jobs = object({
  name: text,
  status: oneOf(['queued', 'running', 'dead']),
  jobs: count,
  oldest: time,
})
const deadJob = object({
  id,
  name: text,
  teamId: textOrNull,
  attempts: count,
  lastError: textOrNull,
  createdAt: time,
})
const rate = { ...object({ limit: count, remaining: count, resetsAt: time }), type: ['object', 'null'] }
const connection = object({
  id,
  team: object({ id, name: text }),
  host: oneOf(['github', 'gitlab']),
  webUrl: text,
  auth: text,
  accountLogin: text,
  health: text,
  checkedAt: time,
  rate,
})
const share = { type: 'integer', minimum: 0, maximum: 100 }
const setting = { name: text, percentage: share, teamIds: list(id) }

/** Of the administration of the installation; its tokens are made by operators, with the scope `operator` alone. */
export const adminOperations: Operations = {
  'api.admin_users.index': {
    summary: 'Search accounts of the installation',
    scope: 'operator',
    input: adminListValidator,
    responses: { 200: json('50 accounts, the newest first.', pageSchema(user)) },
    problems: [404, 422],
  },
  'api.admin_users.store': {
    summary: 'Suspend an account',
    description: 'Its sessions end at once, its tokens within seconds.',
    scope: 'operator',
    responses: { 204: { description: 'The account is suspended.' } },
    problems: [404, 409],
  },
  'api.admin_users.destroy': {
    summary: 'Reinstate an account',
    scope: 'operator',
    responses: { 204: { description: 'The account is not suspended any more.' } },
    problems: [404, 409],
  },
  'api.admin_teams.index': {
    summary: 'Search teams of the installation, deleted ones too',
    scope: 'operator',
    input: adminListValidator,
    responses: { 200: json('50 teams, the newest first.', pageSchema(team)) },
    problems: [404, 422],
  },
  'api.admin_connections.index': {
    summary: 'List the accounts of git hosts that teams have connected',
    description:
      'What does not work first, then whose host takes least more: `rate` is what the host last said of its budget of requests, null where it has said nothing.',
    scope: 'operator',
    input: pageValidator,
    responses: { 200: json('50 connections.', pageSchema(connection)) },
    problems: [404, 422],
  },
  'api.admin_queue.show': {
    summary: 'Show the background jobs: how many, and which nobody tries any more',
    scope: 'operator',
    responses: {
      200: json('Counts, and at most 100 dead jobs.', object({ counts: list(jobs), dead: list(deadJob) })),
    },
    problems: [404],
  },
  'api.admin_queue.store': {
    summary: 'Run dead jobs again',
    description: 'One by its id, or all (500 at most) without.',
    scope: 'operator',
    input: replayValidator,
    responses: { 200: json('How many run again.', object({ replayed: count })) },
    problems: [404, 422],
  },
  'api.admin_flags.index': {
    summary: 'List feature flags',
    scope: 'operator',
    responses: { 200: json('All flags.', object({ data: list(object({ ...setting, updatedAt: time })) })) },
    problems: [404],
  },
  'api.admin_flags.update': {
    summary: 'Make or change a feature flag',
    scope: 'operator',
    input: flagSettingValidator,
    responses: { 200: json('The flag.', object(setting)) },
    problems: [404, 422],
  },
  'api.admin_flags.destroy': {
    summary: 'Remove a feature flag: it is off for everybody',
    scope: 'operator',
    responses: { 204: { description: 'The flag is gone.' } },
    problems: [404],
  },
}

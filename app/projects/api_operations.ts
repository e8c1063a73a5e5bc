import { repositoryFilterValidator } from '#projects/validators/connection'
import { deliveryValidator } from '#projects/validators/delivery'
import { issueFilterValidator } from '#projects/validators/issue'
import { createProjectValidator } from '#projects/validators/project'
import {
  count,
  created,
  flag,
  id,
  json,
  type Operations,
  object,
  oneOf,
  pageSchema,
  ref,
  text,
  textOrNull,
  time,
  timeOrNull,
} from '#shared/api/operation'
import { paginationValidator } from '#shared/validators/pagination'

const remoteKind = oneOf(['https', 'ssh', 'local', 'sample'])
const common = { id, name: text, remoteKind, remoteUrl: text, defaultBranch: text, createdAt: time }

export const repositorySchemas = {
  Repository: object({
    id,
    connectionId: id,
    host: oneOf(['github', 'gitlab']),
    path: text,
    url: text,
    defaultBranch: textOrNull,
    visibility: oneOf(['public', 'internal', 'private']),
    archived: flag,
    language: textOrNull,
    description: textOrNull,
    pushedAt: timeOrNull,
    canPush: {
      type: ['boolean', 'null'],
      description: 'Whether the connection may push; null where the host does not say.',
    },
    projectId: {
      type: ['string', 'null'],
      format: 'uuid',
      description: 'The project that is on it already.',
    },
  }),
}

export const repositoryOperations: Operations = {
  'api.repositories.index': {
    summary: 'List the repositories that connected accounts see, the last pushed first',
    description:
      'Taken from what was read of GitHub and GitLab last. `search` takes words, each of which must be somewhere in the path. Add one with `POST /api/projects`, `source` `connection` and its id as `repositoryId`.',
    scope: 'read',
    input: repositoryFilterValidator,
    responses: { 200: json('One page of repositories.', pageSchema(ref('Repository'))) },
  },
  'api.repositories.store': {
    summary: 'Read the lists of repositories anew',
    scope: 'write',
    responses: {
      202: json('The lists are being read.', object({ connections: count })),
    },
  },
}

const names = { type: 'array', items: text }

export const deliverySchemas = {
  Delivery: object({
    id,
    name: text,
    host: { enum: ['github', 'gitlab', null], description: 'Null for a project that is plain git.' },
    requiresPublishApproval: flag,
    opensChangeRequest: flag,
    draft: flag,
    labels: names,
    reviewers: names,
    followsPipeline: flag,
    pipelineRepairs: { type: 'integer', minimum: 0, maximum: 5 },
    answersCalls: { type: 'boolean', description: 'Whether a label or a comment at the host starts work.' },
  }),
}

export const deliveryOperations: Operations = {
  'api.host_issues.index': {
    summary: 'List open issues of a connected repository',
    description:
      'Start a workflow from one with `issue` in `POST /api/workflows`; its change then closes it.',
    scope: 'read',
    input: issueFilterValidator,
    responses: {
      200: json(
        'At most 30, the last changed first; `problem` says why there are none.',
        object({
          data: {
            type: 'array',
            items: object({ number: count, title: text, body: text, url: text, labels: names }),
          },
          problem: textOrNull,
        })
      ),
    },
    problems: [404],
  },
  'api.project_delivery.show': {
    summary: 'Show how a project wants its changes delivered',
    scope: 'read',
    responses: { 200: json('The settings.', ref('Delivery')) },
    problems: [404],
  },
  'api.project_delivery.update': {
    summary: 'Change how a project wants its changes delivered',
    scope: 'write',
    input: deliveryValidator,
    responses: { 200: json('The settings as they are now.', ref('Delivery')) },
    problems: [404],
  },
}

export const projectSchemas = {
  ...deliverySchemas,
  ...repositorySchemas,
  ProjectSummary: object({ ...common, workflows: count, lastWorkflowAt: timeOrNull }),
  Project: object({
    ...common,
    hasCredential: flag,
    connected: flag,
    testCommand: textOrNull,
    installCommand: textOrNull,
    requiresPlanApproval: flag,
    autoApproveMicros: {
      type: ['integer', 'null'],
      minimum: 0,
      description: 'Plans whose estimate is not above it need no person.',
    },
  }),
}

export const projectOperations: Operations = {
  ...deliveryOperations,
  ...repositoryOperations,
  'api.projects.index': {
    summary: 'List projects, newest first',
    scope: 'read',
    input: paginationValidator,
    responses: { 200: json('One page of projects.', pageSchema(ref('ProjectSummary'))) },
  },
  'api.projects.store': {
    summary: 'Add a project',
    description:
      'The repository is looked at before the project is made; one that cannot be read is answered 422.',
    scope: 'write',
    input: createProjectValidator,
    responses: { 201: created('The project.', ref('Project')) },
    problems: [402],
  },
  'api.projects.show': {
    summary: 'Show a project',
    scope: 'read',
    responses: { 200: json('The project.', ref('Project')) },
    problems: [404],
  },
  'api.projects.destroy': {
    summary: 'Remove a project with its workflows',
    description:
      'Branches that were pushed stay where they are. Refused with 409 while a workflow of it runs.',
    scope: 'write',
    responses: { 204: { description: 'Removed.' } },
    problems: [404, 409],
  },
}

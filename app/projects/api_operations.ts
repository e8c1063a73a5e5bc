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

export const projectSchemas = {
  ProjectSummary: object({ ...common, workflows: count, lastWorkflowAt: timeOrNull }),
  Project: object({
    ...common,
    hasCredential: flag,
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

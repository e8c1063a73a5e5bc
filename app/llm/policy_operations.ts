import {
  dataPolicyValidator,
  followingProjectValidator,
  policyPlaceValidator,
  restoredPolicyValidator,
  routingPolicyValidator,
} from '#llm/validators/policies'
import { json, type Operations, object, ref } from '#shared/api/operation'

const routing = { 200: json('The policy that holds.', ref('RoutingPolicy')) }
const dataPolicies = { 200: json('The policies that hold.', ref('DataPolicies')) }
const versions = {
  200: json(
    'The newest fifty, newest first.',
    object({ data: { type: 'array', items: ref('PolicyVersion') } })
  ),
}

/** How models are picked, and where code may be sent to: of a team, and of one project. */
export const policyOperations: Operations = {
  'api.routing_policies.show': {
    summary: 'Show how models are picked',
    scope: 'read',
    input: policyPlaceValidator,
    responses: { 200: json('The policy that holds.', ref('RoutingPolicy')) },
  },
  'api.routing_policies.update': {
    summary: 'Change how models are picked',
    description: 'Makes a new version; earlier ones are kept and can be brought back.',
    scope: 'admin',
    input: routingPolicyValidator,
    responses: { 200: json('The policy that holds now.', ref('RoutingPolicy')) },
    problems: [404],
  },
  'api.routing_policies.destroy': {
    summary: 'Have a project pick models as its team does',
    description: 'Makes a new version of the project’s policy that follows the team’s.',
    scope: 'admin',
    input: followingProjectValidator,
    responses: routing,
    problems: [404],
  },
  'api.routing_policy_versions.index': {
    summary: 'List versions of how models are picked',
    scope: 'read',
    input: policyPlaceValidator,
    responses: versions,
  },
  'api.routing_policy_versions.store': {
    summary: 'Bring an earlier version back',
    description: 'It becomes a new version.',
    scope: 'admin',
    input: restoredPolicyValidator,
    responses: routing,
    problems: [404],
  },
  'api.data_policies.show': {
    summary: 'Show where code may be sent to',
    scope: 'read',
    input: policyPlaceValidator,
    responses: dataPolicies,
  },
  'api.data_policies.update': {
    summary: 'Change where code may be sent to',
    description: 'Makes a new version. A project’s own only narrows the team’s. Holds from the next call on.',
    scope: 'admin',
    input: dataPolicyValidator,
    responses: dataPolicies,
    problems: [404],
  },
  'api.data_policies.destroy': {
    summary: 'Take a project’s own data policy away',
    description: 'What the team allows holds; the project’s own can be brought back.',
    scope: 'admin',
    input: followingProjectValidator,
    responses: dataPolicies,
    problems: [404],
  },
  'api.data_policy_versions.index': {
    summary: 'List versions of where code may be sent to',
    scope: 'read',
    input: policyPlaceValidator,
    responses: versions,
  },
  'api.data_policy_versions.store': {
    summary: 'Bring an earlier data policy back',
    description: 'It becomes a new version.',
    scope: 'admin',
    input: restoredPolicyValidator,
    responses: dataPolicies,
    problems: [404],
  },
}

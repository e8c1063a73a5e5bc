/* eslint-disable prettier/prettier */
import type { AdonisEndpoint } from '@tuyau/core/types'
import type { Registry } from './schema.d.ts'
import type { ApiDefinition } from './tree.d.ts'

const placeholder: any = {}

const routes = {
  'api.openapi.show': {
    methods: ["GET","HEAD"],
    pattern: '/api/openapi.json',
    tokens: [{"old":"/api/openapi.json","type":0,"val":"api","end":""},{"old":"/api/openapi.json","type":0,"val":"openapi.json","end":""}],
    types: placeholder as Registry['api.openapi.show']['types'],
  },
  'health.live': {
    methods: ["GET","HEAD"],
    pattern: '/health/live',
    tokens: [{"old":"/health/live","type":0,"val":"health","end":""},{"old":"/health/live","type":0,"val":"live","end":""}],
    types: placeholder as Registry['health.live']['types'],
  },
  'health.ready': {
    methods: ["GET","HEAD"],
    pattern: '/health/ready',
    tokens: [{"old":"/health/ready","type":0,"val":"health","end":""},{"old":"/health/ready","type":0,"val":"ready","end":""}],
    types: placeholder as Registry['health.ready']['types'],
  },
  'jwks.show': {
    methods: ["GET","HEAD"],
    pattern: '/.well-known/jwks.json',
    tokens: [{"old":"/.well-known/jwks.json","type":0,"val":".well-known","end":""},{"old":"/.well-known/jwks.json","type":0,"val":"jwks.json","end":""}],
    types: placeholder as Registry['jwks.show']['types'],
  },
  'home': {
    methods: ["GET","HEAD"],
    pattern: '/',
    tokens: [{"old":"/","type":0,"val":"/","end":""}],
    types: placeholder as Registry['home']['types'],
  },
  'dashboard.show': {
    methods: ["GET","HEAD"],
    pattern: '/dashboard',
    tokens: [{"old":"/dashboard","type":0,"val":"dashboard","end":""}],
    types: placeholder as Registry['dashboard.show']['types'],
  },
  'projects.index': {
    methods: ["GET","HEAD"],
    pattern: '/projects',
    tokens: [{"old":"/projects","type":0,"val":"projects","end":""}],
    types: placeholder as Registry['projects.index']['types'],
  },
  'projects.create': {
    methods: ["GET","HEAD"],
    pattern: '/projects/create',
    tokens: [{"old":"/projects/create","type":0,"val":"projects","end":""},{"old":"/projects/create","type":0,"val":"create","end":""}],
    types: placeholder as Registry['projects.create']['types'],
  },
  'projects.store': {
    methods: ["POST"],
    pattern: '/projects',
    tokens: [{"old":"/projects","type":0,"val":"projects","end":""}],
    types: placeholder as Registry['projects.store']['types'],
  },
  'projects.edit': {
    methods: ["GET","HEAD"],
    pattern: '/projects/:id/edit',
    tokens: [{"old":"/projects/:id/edit","type":0,"val":"projects","end":""},{"old":"/projects/:id/edit","type":1,"val":"id","end":""},{"old":"/projects/:id/edit","type":0,"val":"edit","end":""}],
    types: placeholder as Registry['projects.edit']['types'],
  },
  'projects.update': {
    methods: ["PATCH"],
    pattern: '/projects/:id',
    tokens: [{"old":"/projects/:id","type":0,"val":"projects","end":""},{"old":"/projects/:id","type":1,"val":"id","end":""}],
    types: placeholder as Registry['projects.update']['types'],
  },
  'projects.destroy': {
    methods: ["DELETE"],
    pattern: '/projects/:id',
    tokens: [{"old":"/projects/:id","type":0,"val":"projects","end":""},{"old":"/projects/:id","type":1,"val":"id","end":""}],
    types: placeholder as Registry['projects.destroy']['types'],
  },
  'api.me.show': {
    methods: ["GET","HEAD"],
    pattern: '/api/me',
    tokens: [{"old":"/api/me","type":0,"val":"api","end":""},{"old":"/api/me","type":0,"val":"me","end":""}],
    types: placeholder as Registry['api.me.show']['types'],
  },
  'api.projects.index': {
    methods: ["GET","HEAD"],
    pattern: '/api/projects',
    tokens: [{"old":"/api/projects","type":0,"val":"api","end":""},{"old":"/api/projects","type":0,"val":"projects","end":""}],
    types: placeholder as Registry['api.projects.index']['types'],
  },
  'api.projects.store': {
    methods: ["POST"],
    pattern: '/api/projects',
    tokens: [{"old":"/api/projects","type":0,"val":"api","end":""},{"old":"/api/projects","type":0,"val":"projects","end":""}],
    types: placeholder as Registry['api.projects.store']['types'],
  },
  'api.projects.show': {
    methods: ["GET","HEAD"],
    pattern: '/api/projects/:id',
    tokens: [{"old":"/api/projects/:id","type":0,"val":"api","end":""},{"old":"/api/projects/:id","type":0,"val":"projects","end":""},{"old":"/api/projects/:id","type":1,"val":"id","end":""}],
    types: placeholder as Registry['api.projects.show']['types'],
  },
  'api.projects.destroy': {
    methods: ["DELETE"],
    pattern: '/api/projects/:id',
    tokens: [{"old":"/api/projects/:id","type":0,"val":"api","end":""},{"old":"/api/projects/:id","type":0,"val":"projects","end":""},{"old":"/api/projects/:id","type":1,"val":"id","end":""}],
    types: placeholder as Registry['api.projects.destroy']['types'],
  },
  'api.workflows.index': {
    methods: ["GET","HEAD"],
    pattern: '/api/workflows',
    tokens: [{"old":"/api/workflows","type":0,"val":"api","end":""},{"old":"/api/workflows","type":0,"val":"workflows","end":""}],
    types: placeholder as Registry['api.workflows.index']['types'],
  },
  'api.workflows.store': {
    methods: ["POST"],
    pattern: '/api/workflows',
    tokens: [{"old":"/api/workflows","type":0,"val":"api","end":""},{"old":"/api/workflows","type":0,"val":"workflows","end":""}],
    types: placeholder as Registry['api.workflows.store']['types'],
  },
  'api.workflows.show': {
    methods: ["GET","HEAD"],
    pattern: '/api/workflows/:id',
    tokens: [{"old":"/api/workflows/:id","type":0,"val":"api","end":""},{"old":"/api/workflows/:id","type":0,"val":"workflows","end":""},{"old":"/api/workflows/:id","type":1,"val":"id","end":""}],
    types: placeholder as Registry['api.workflows.show']['types'],
  },
  'api.workflow_events.index': {
    methods: ["GET","HEAD"],
    pattern: '/api/workflows/:id/events',
    tokens: [{"old":"/api/workflows/:id/events","type":0,"val":"api","end":""},{"old":"/api/workflows/:id/events","type":0,"val":"workflows","end":""},{"old":"/api/workflows/:id/events","type":1,"val":"id","end":""},{"old":"/api/workflows/:id/events","type":0,"val":"events","end":""}],
    types: placeholder as Registry['api.workflow_events.index']['types'],
  },
  'api.workflow_streams.show': {
    methods: ["GET","HEAD"],
    pattern: '/api/workflows/:id/events/stream',
    tokens: [{"old":"/api/workflows/:id/events/stream","type":0,"val":"api","end":""},{"old":"/api/workflows/:id/events/stream","type":0,"val":"workflows","end":""},{"old":"/api/workflows/:id/events/stream","type":1,"val":"id","end":""},{"old":"/api/workflows/:id/events/stream","type":0,"val":"events","end":""},{"old":"/api/workflows/:id/events/stream","type":0,"val":"stream","end":""}],
    types: placeholder as Registry['api.workflow_streams.show']['types'],
  },
  'api.workflow_plans.show': {
    methods: ["GET","HEAD"],
    pattern: '/api/workflows/:id/plan',
    tokens: [{"old":"/api/workflows/:id/plan","type":0,"val":"api","end":""},{"old":"/api/workflows/:id/plan","type":0,"val":"workflows","end":""},{"old":"/api/workflows/:id/plan","type":1,"val":"id","end":""},{"old":"/api/workflows/:id/plan","type":0,"val":"plan","end":""}],
    types: placeholder as Registry['api.workflow_plans.show']['types'],
  },
  'api.workflow_patches.show': {
    methods: ["GET","HEAD"],
    pattern: '/api/workflows/:id/patch',
    tokens: [{"old":"/api/workflows/:id/patch","type":0,"val":"api","end":""},{"old":"/api/workflows/:id/patch","type":0,"val":"workflows","end":""},{"old":"/api/workflows/:id/patch","type":1,"val":"id","end":""},{"old":"/api/workflows/:id/patch","type":0,"val":"patch","end":""}],
    types: placeholder as Registry['api.workflow_patches.show']['types'],
  },
  'api.workflow_verdicts.show': {
    methods: ["GET","HEAD"],
    pattern: '/api/workflows/:id/verdict',
    tokens: [{"old":"/api/workflows/:id/verdict","type":0,"val":"api","end":""},{"old":"/api/workflows/:id/verdict","type":0,"val":"workflows","end":""},{"old":"/api/workflows/:id/verdict","type":1,"val":"id","end":""},{"old":"/api/workflows/:id/verdict","type":0,"val":"verdict","end":""}],
    types: placeholder as Registry['api.workflow_verdicts.show']['types'],
  },
  'api.workflow_cancellations.store': {
    methods: ["POST"],
    pattern: '/api/workflows/:id/cancellation',
    tokens: [{"old":"/api/workflows/:id/cancellation","type":0,"val":"api","end":""},{"old":"/api/workflows/:id/cancellation","type":0,"val":"workflows","end":""},{"old":"/api/workflows/:id/cancellation","type":1,"val":"id","end":""},{"old":"/api/workflows/:id/cancellation","type":0,"val":"cancellation","end":""}],
    types: placeholder as Registry['api.workflow_cancellations.store']['types'],
  },
  'api.workflow_approvals.store': {
    methods: ["POST"],
    pattern: '/api/workflows/:id/approval',
    tokens: [{"old":"/api/workflows/:id/approval","type":0,"val":"api","end":""},{"old":"/api/workflows/:id/approval","type":0,"val":"workflows","end":""},{"old":"/api/workflows/:id/approval","type":1,"val":"id","end":""},{"old":"/api/workflows/:id/approval","type":0,"val":"approval","end":""}],
    types: placeholder as Registry['api.workflow_approvals.store']['types'],
  },
  'api.workflow_reruns.store': {
    methods: ["POST"],
    pattern: '/api/workflows/:id/reruns',
    tokens: [{"old":"/api/workflows/:id/reruns","type":0,"val":"api","end":""},{"old":"/api/workflows/:id/reruns","type":0,"val":"workflows","end":""},{"old":"/api/workflows/:id/reruns","type":1,"val":"id","end":""},{"old":"/api/workflows/:id/reruns","type":0,"val":"reruns","end":""}],
    types: placeholder as Registry['api.workflow_reruns.store']['types'],
  },
  'new_account.create': {
    methods: ["GET","HEAD"],
    pattern: '/signup',
    tokens: [{"old":"/signup","type":0,"val":"signup","end":""}],
    types: placeholder as Registry['new_account.create']['types'],
  },
  'new_account.store': {
    methods: ["POST"],
    pattern: '/signup',
    tokens: [{"old":"/signup","type":0,"val":"signup","end":""}],
    types: placeholder as Registry['new_account.store']['types'],
  },
  'session.create': {
    methods: ["GET","HEAD"],
    pattern: '/login',
    tokens: [{"old":"/login","type":0,"val":"login","end":""}],
    types: placeholder as Registry['session.create']['types'],
  },
  'session.store': {
    methods: ["POST"],
    pattern: '/login',
    tokens: [{"old":"/login","type":0,"val":"login","end":""}],
    types: placeholder as Registry['session.store']['types'],
  },
  'session.destroy': {
    methods: ["POST"],
    pattern: '/logout',
    tokens: [{"old":"/logout","type":0,"val":"logout","end":""}],
    types: placeholder as Registry['session.destroy']['types'],
  },
  'api_tokens.index': {
    methods: ["GET","HEAD"],
    pattern: '/settings/tokens',
    tokens: [{"old":"/settings/tokens","type":0,"val":"settings","end":""},{"old":"/settings/tokens","type":0,"val":"tokens","end":""}],
    types: placeholder as Registry['api_tokens.index']['types'],
  },
  'api_tokens.store': {
    methods: ["POST"],
    pattern: '/settings/tokens',
    tokens: [{"old":"/settings/tokens","type":0,"val":"settings","end":""},{"old":"/settings/tokens","type":0,"val":"tokens","end":""}],
    types: placeholder as Registry['api_tokens.store']['types'],
  },
  'api_tokens.destroy': {
    methods: ["DELETE"],
    pattern: '/settings/tokens/:id',
    tokens: [{"old":"/settings/tokens/:id","type":0,"val":"settings","end":""},{"old":"/settings/tokens/:id","type":0,"val":"tokens","end":""},{"old":"/settings/tokens/:id","type":1,"val":"id","end":""}],
    types: placeholder as Registry['api_tokens.destroy']['types'],
  },
  'projects.show': {
    methods: ["GET","HEAD"],
    pattern: '/projects/:id',
    tokens: [{"old":"/projects/:id","type":0,"val":"projects","end":""},{"old":"/projects/:id","type":1,"val":"id","end":""}],
    types: placeholder as Registry['projects.show']['types'],
  },
  'workflows.index': {
    methods: ["GET","HEAD"],
    pattern: '/workflows',
    tokens: [{"old":"/workflows","type":0,"val":"workflows","end":""}],
    types: placeholder as Registry['workflows.index']['types'],
  },
  'workflows.store': {
    methods: ["POST"],
    pattern: '/workflows',
    tokens: [{"old":"/workflows","type":0,"val":"workflows","end":""}],
    types: placeholder as Registry['workflows.store']['types'],
  },
  'workflows.show': {
    methods: ["GET","HEAD"],
    pattern: '/workflows/:id',
    tokens: [{"old":"/workflows/:id","type":0,"val":"workflows","end":""},{"old":"/workflows/:id","type":1,"val":"id","end":""}],
    types: placeholder as Registry['workflows.show']['types'],
  },
  'workflow_events.index': {
    methods: ["GET","HEAD"],
    pattern: '/workflows/:id/events',
    tokens: [{"old":"/workflows/:id/events","type":0,"val":"workflows","end":""},{"old":"/workflows/:id/events","type":1,"val":"id","end":""},{"old":"/workflows/:id/events","type":0,"val":"events","end":""}],
    types: placeholder as Registry['workflow_events.index']['types'],
  },
  'workflow_artifacts.show': {
    methods: ["GET","HEAD"],
    pattern: '/workflows/:id/artifacts/:kind',
    tokens: [{"old":"/workflows/:id/artifacts/:kind","type":0,"val":"workflows","end":""},{"old":"/workflows/:id/artifacts/:kind","type":1,"val":"id","end":""},{"old":"/workflows/:id/artifacts/:kind","type":0,"val":"artifacts","end":""},{"old":"/workflows/:id/artifacts/:kind","type":1,"val":"kind","end":""}],
    types: placeholder as Registry['workflow_artifacts.show']['types'],
  },
  'workflow_logs.show': {
    methods: ["GET","HEAD"],
    pattern: '/workflows/:id/logs/:stepId',
    tokens: [{"old":"/workflows/:id/logs/:stepId","type":0,"val":"workflows","end":""},{"old":"/workflows/:id/logs/:stepId","type":1,"val":"id","end":""},{"old":"/workflows/:id/logs/:stepId","type":0,"val":"logs","end":""},{"old":"/workflows/:id/logs/:stepId","type":1,"val":"stepId","end":""}],
    types: placeholder as Registry['workflow_logs.show']['types'],
  },
  'workflow_cancellations.store': {
    methods: ["POST"],
    pattern: '/workflows/:id/cancellation',
    tokens: [{"old":"/workflows/:id/cancellation","type":0,"val":"workflows","end":""},{"old":"/workflows/:id/cancellation","type":1,"val":"id","end":""},{"old":"/workflows/:id/cancellation","type":0,"val":"cancellation","end":""}],
    types: placeholder as Registry['workflow_cancellations.store']['types'],
  },
  'workflow_approvals.store': {
    methods: ["POST"],
    pattern: '/workflows/:id/approval',
    tokens: [{"old":"/workflows/:id/approval","type":0,"val":"workflows","end":""},{"old":"/workflows/:id/approval","type":1,"val":"id","end":""},{"old":"/workflows/:id/approval","type":0,"val":"approval","end":""}],
    types: placeholder as Registry['workflow_approvals.store']['types'],
  },
  'workflow_reruns.store': {
    methods: ["POST"],
    pattern: '/workflows/:id/reruns',
    tokens: [{"old":"/workflows/:id/reruns","type":0,"val":"workflows","end":""},{"old":"/workflows/:id/reruns","type":1,"val":"id","end":""},{"old":"/workflows/:id/reruns","type":0,"val":"reruns","end":""}],
    types: placeholder as Registry['workflow_reruns.store']['types'],
  },
  'event_stream': {
    methods: ["GET","HEAD"],
    pattern: '/__transmit/events',
    tokens: [{"old":"/__transmit/events","type":0,"val":"__transmit","end":""},{"old":"/__transmit/events","type":0,"val":"events","end":""}],
    types: placeholder as Registry['event_stream']['types'],
  },
  'subscribe': {
    methods: ["POST"],
    pattern: '/__transmit/subscribe',
    tokens: [{"old":"/__transmit/subscribe","type":0,"val":"__transmit","end":""},{"old":"/__transmit/subscribe","type":0,"val":"subscribe","end":""}],
    types: placeholder as Registry['subscribe']['types'],
  },
  'unsubscribe': {
    methods: ["POST"],
    pattern: '/__transmit/unsubscribe',
    tokens: [{"old":"/__transmit/unsubscribe","type":0,"val":"__transmit","end":""},{"old":"/__transmit/unsubscribe","type":0,"val":"unsubscribe","end":""}],
    types: placeholder as Registry['unsubscribe']['types'],
  },
} as const satisfies Record<string, AdonisEndpoint>

export { routes }

export const registry = {
  routes,
  $tree: {} as ApiDefinition,
}

declare module '@tuyau/core/types' {
  export interface UserRegistry {
    routes: typeof routes
    $tree: ApiDefinition
  }
}

/* eslint-disable prettier/prettier */
/// <reference path="../manifest.d.ts" />

import type { ExtractBody, ExtractErrorResponse, ExtractQuery, ExtractQueryForGet, ExtractResponse } from '@tuyau/core/types'
import type { InferInput, SimpleError } from '@vinejs/vine/types'

export type ParamValue = string | number | bigint | boolean

export interface Registry {
  'api.openapi.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/openapi.json'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/ops/controllers/open_api_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/ops/controllers/open_api_controller').default['show']>>>
    }
  }
  'health.live': {
    methods: ["GET","HEAD"]
    pattern: '/health/live'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/ops/controllers/health_controller').default['live']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/ops/controllers/health_controller').default['live']>>>
    }
  }
  'health.ready': {
    methods: ["GET","HEAD"]
    pattern: '/health/ready'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/ops/controllers/health_controller').default['ready']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/ops/controllers/health_controller').default['ready']>>>
    }
  }
  'jwks.show': {
    methods: ["GET","HEAD"]
    pattern: '/.well-known/jwks.json'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/ops/controllers/jwks_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/ops/controllers/jwks_controller').default['show']>>>
    }
  }
  'home': {
    methods: ["GET","HEAD"]
    pattern: '/'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/ops/controllers/home_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/ops/controllers/home_controller').default['show']>>>
    }
  }
  'dashboard.show': {
    methods: ["GET","HEAD"]
    pattern: '/dashboard'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/ops/controllers/dashboard_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/ops/controllers/dashboard_controller').default['show']>>>
    }
  }
  'projects.index': {
    methods: ["GET","HEAD"]
    pattern: '/projects'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#shared/validators/pagination').paginationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/projects/controllers/projects_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/projects/controllers/projects_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'projects.create': {
    methods: ["GET","HEAD"]
    pattern: '/projects/create'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/projects/controllers/projects_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/projects/controllers/projects_controller').default['create']>>>
    }
  }
  'projects.store': {
    methods: ["POST"]
    pattern: '/projects'
    types: {
      body: ExtractBody<InferInput<(typeof import('#projects/validators/project').createProjectValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#projects/validators/project').createProjectValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/projects/controllers/projects_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/projects/controllers/projects_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'projects.edit': {
    methods: ["GET","HEAD"]
    pattern: '/projects/:id/edit'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/projects/controllers/projects_controller').default['edit']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/projects/controllers/projects_controller').default['edit']>>>
    }
  }
  'projects.update': {
    methods: ["PATCH"]
    pattern: '/projects/:id'
    types: {
      body: ExtractBody<InferInput<(typeof import('#projects/validators/project').updateProjectValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#projects/validators/project').updateProjectValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/projects/controllers/projects_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/projects/controllers/projects_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'projects.destroy': {
    methods: ["DELETE"]
    pattern: '/projects/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/projects/controllers/projects_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/projects/controllers/projects_controller').default['destroy']>>>
    }
  }
  'api.me.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/me'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/api_me_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/api_me_controller').default['show']>>>
    }
  }
  'api.projects.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/projects'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#shared/validators/pagination').paginationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/projects/controllers/api_projects_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/projects/controllers/api_projects_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.projects.store': {
    methods: ["POST"]
    pattern: '/api/projects'
    types: {
      body: ExtractBody<InferInput<(typeof import('#projects/validators/project').createProjectValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#projects/validators/project').createProjectValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/projects/controllers/api_projects_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/projects/controllers/api_projects_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.projects.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/projects/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/projects/controllers/api_projects_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/projects/controllers/api_projects_controller').default['show']>>>
    }
  }
  'api.projects.destroy': {
    methods: ["DELETE"]
    pattern: '/api/projects/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/projects/controllers/api_projects_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/projects/controllers/api_projects_controller').default['destroy']>>>
    }
  }
  'api.workflows.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/workflows'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#workflows/validators/workflow').listWorkflowsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/api_workflows_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/api_workflows_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.workflows.store': {
    methods: ["POST"]
    pattern: '/api/workflows'
    types: {
      body: ExtractBody<InferInput<(typeof import('#workflows/validators/api_workflow').apiCreateWorkflowValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#workflows/validators/api_workflow').apiCreateWorkflowValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/api_workflows_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/api_workflows_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.workflows.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/workflows/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/api_workflows_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/api_workflows_controller').default['show']>>>
    }
  }
  'api.workflow_events.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/workflows/:id/events'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#workflows/validators/workflow').eventsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/api_workflow_events_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/api_workflow_events_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.workflow_streams.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/workflows/:id/events/stream'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#workflows/validators/api_workflow').apiEventStreamValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/api_workflow_streams_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/api_workflow_streams_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.workflow_plans.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/workflows/:id/plan'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/api_workflow_plans_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/api_workflow_plans_controller').default['show']>>>
    }
  }
  'api.workflow_patches.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/workflows/:id/patch'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#workflows/validators/api_workflow').apiPatchValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/api_workflow_patches_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/api_workflow_patches_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api.workflow_verdicts.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/workflows/:id/verdict'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/api_workflow_verdicts_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/api_workflow_verdicts_controller').default['show']>>>
    }
  }
  'api.workflow_cancellations.store': {
    methods: ["POST"]
    pattern: '/api/workflows/:id/cancellation'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/api_workflow_cancellations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/api_workflow_cancellations_controller').default['store']>>>
    }
  }
  'api.workflow_approvals.store': {
    methods: ["POST"]
    pattern: '/api/workflows/:id/approval'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/api_workflow_approvals_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/api_workflow_approvals_controller').default['store']>>>
    }
  }
  'api.workflow_reruns.store': {
    methods: ["POST"]
    pattern: '/api/workflows/:id/reruns'
    types: {
      body: ExtractBody<InferInput<(typeof import('#workflows/validators/api_workflow').apiRerunValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#workflows/validators/api_workflow').apiRerunValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/api_workflow_reruns_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/api_workflow_reruns_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'new_account.create': {
    methods: ["GET","HEAD"]
    pattern: '/signup'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/new_account_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/new_account_controller').default['create']>>>
    }
  }
  'new_account.store': {
    methods: ["POST"]
    pattern: '/signup'
    types: {
      body: ExtractBody<InferInput<(typeof import('#accounts/validators/user').signUpValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#accounts/validators/user').signUpValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/new_account_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/new_account_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'session.create': {
    methods: ["GET","HEAD"]
    pattern: '/login'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/session_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/session_controller').default['create']>>>
    }
  }
  'session.store': {
    methods: ["POST"]
    pattern: '/login'
    types: {
      body: ExtractBody<InferInput<(typeof import('#accounts/validators/user').signInValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#accounts/validators/user').signInValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/session_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/session_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'session.destroy': {
    methods: ["POST"]
    pattern: '/logout'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/session_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/session_controller').default['destroy']>>>
    }
  }
  'api_tokens.index': {
    methods: ["GET","HEAD"]
    pattern: '/settings/tokens'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/api_tokens_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/api_tokens_controller').default['index']>>>
    }
  }
  'api_tokens.store': {
    methods: ["POST"]
    pattern: '/settings/tokens'
    types: {
      body: ExtractBody<InferInput<(typeof import('#accounts/validators/api_token').createApiTokenValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#accounts/validators/api_token').createApiTokenValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/api_tokens_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/api_tokens_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'api_tokens.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/tokens/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/api_tokens_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/api_tokens_controller').default['destroy']>>>
    }
  }
  'projects.show': {
    methods: ["GET","HEAD"]
    pattern: '/projects/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/project_overviews_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/project_overviews_controller').default['show']>>>
    }
  }
  'workflows.index': {
    methods: ["GET","HEAD"]
    pattern: '/workflows'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#workflows/validators/workflow').listWorkflowsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflows_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflows_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'workflows.store': {
    methods: ["POST"]
    pattern: '/workflows'
    types: {
      body: ExtractBody<InferInput<(typeof import('#workflows/validators/workflow').createWorkflowValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#workflows/validators/workflow').createWorkflowValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflows_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflows_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'workflows.show': {
    methods: ["GET","HEAD"]
    pattern: '/workflows/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflows_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflows_controller').default['show']>>>
    }
  }
  'workflow_events.index': {
    methods: ["GET","HEAD"]
    pattern: '/workflows/:id/events'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#workflows/validators/workflow').eventsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_events_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_events_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'workflow_artifacts.show': {
    methods: ["GET","HEAD"]
    pattern: '/workflows/:id/artifacts/:kind'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { id: ParamValue; kind: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_artifacts_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_artifacts_controller').default['show']>>>
    }
  }
  'workflow_logs.show': {
    methods: ["GET","HEAD"]
    pattern: '/workflows/:id/logs/:stepId'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { id: ParamValue; stepId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_logs_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_logs_controller').default['show']>>>
    }
  }
  'workflow_cancellations.store': {
    methods: ["POST"]
    pattern: '/workflows/:id/cancellation'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_cancellations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_cancellations_controller').default['store']>>>
    }
  }
  'workflow_approvals.store': {
    methods: ["POST"]
    pattern: '/workflows/:id/approval'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_approvals_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_approvals_controller').default['store']>>>
    }
  }
  'workflow_reruns.store': {
    methods: ["POST"]
    pattern: '/workflows/:id/reruns'
    types: {
      body: ExtractBody<InferInput<(typeof import('#workflows/validators/workflow').rerunValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#workflows/validators/workflow').rerunValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_reruns_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_reruns_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'event_stream': {
    methods: ["GET","HEAD"]
    pattern: '/__transmit/events'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: unknown
      errorResponse: unknown
    }
  }
  'subscribe': {
    methods: ["POST"]
    pattern: '/__transmit/subscribe'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: unknown
      errorResponse: unknown
    }
  }
  'unsubscribe': {
    methods: ["POST"]
    pattern: '/__transmit/unsubscribe'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: unknown
      errorResponse: unknown
    }
  }
}

/* eslint-disable prettier/prettier */
/// <reference path="../manifest.d.ts" />

import type { ExtractBody, ExtractErrorResponse, ExtractQuery, ExtractQueryForGet, ExtractResponse } from '@tuyau/core/types'
import type { InferInput, SimpleError } from '@vinejs/vine/types'

export type ParamValue = string | number | bigint | boolean

export interface Registry {
  'live_streams.show': {
    methods: ["GET","HEAD"]
    pattern: '/live/:kind/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { kind: ParamValue; id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/shared/controllers/live_streams_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/shared/controllers/live_streams_controller').default['show']>>>
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
  'dev.mails': {
    methods: ["GET","HEAD"]
    pattern: '/dev/mail'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/ops/controllers/dev_mails_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/ops/controllers/dev_mails_controller').default['index']>>>
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
  'audit_entries.index': {
    methods: ["GET","HEAD"]
    pattern: '/settings/audit'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#ops/validators/audit').listAuditValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/ops/controllers/audit_entries_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/ops/controllers/audit_entries_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'audit_exports.show': {
    methods: ["GET","HEAD"]
    pattern: '/settings/audit/export'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#ops/validators/audit').exportAuditValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/ops/controllers/audit_exports_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/ops/controllers/audit_exports_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'privacy.show': {
    methods: ["GET","HEAD"]
    pattern: '/settings/privacy'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/ops/controllers/privacy_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/ops/controllers/privacy_controller').default['show']>>>
    }
  }
  'data_exports.store': {
    methods: ["POST"]
    pattern: '/settings/privacy/exports'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/ops/controllers/data_exports_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/ops/controllers/data_exports_controller').default['store']>>>
    }
  }
  'data_exports.show': {
    methods: ["GET","HEAD"]
    pattern: '/settings/privacy/exports/:secret'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { secret: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/ops/controllers/data_exports_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/ops/controllers/data_exports_controller').default['show']>>>
    }
  }
  'account_deletions.store': {
    methods: ["POST"]
    pattern: '/settings/privacy/deletion'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/account_deletions_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/account_deletions_controller').default['store']>>>
    }
  }
  'admin_users.index': {
    methods: ["GET","HEAD"]
    pattern: '/admin'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#ops/validators/admin').adminListValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/ops/controllers/admin_users_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/ops/controllers/admin_users_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'admin_teams.index': {
    methods: ["GET","HEAD"]
    pattern: '/admin/teams'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#ops/validators/admin').adminListValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/ops/controllers/admin_teams_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/ops/controllers/admin_teams_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'admin_connections.index': {
    methods: ["GET","HEAD"]
    pattern: '/admin/connections'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#projects/validators/connection').pageValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/projects/controllers/admin_connections_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/projects/controllers/admin_connections_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'admin_queue.show': {
    methods: ["GET","HEAD"]
    pattern: '/admin/queue'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/ops/controllers/admin_queue_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/ops/controllers/admin_queue_controller').default['show']>>>
    }
  }
  'job_replays.store': {
    methods: ["POST"]
    pattern: '/admin/queue/replays'
    types: {
      body: ExtractBody<InferInput<(typeof import('#ops/validators/admin').replayValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#ops/validators/admin').replayValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/ops/controllers/job_replays_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/ops/controllers/job_replays_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'admin_stripe_events.index': {
    methods: ["GET","HEAD"]
    pattern: '/admin/stripe'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/ops/controllers/admin_stripe_events_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/ops/controllers/admin_stripe_events_controller').default['index']>>>
    }
  }
  'admin_stripe_events.store': {
    methods: ["POST"]
    pattern: '/admin/stripe/replays'
    types: {
      body: ExtractBody<InferInput<(typeof import('#ops/validators/admin').stripeEventValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#ops/validators/admin').stripeEventValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/ops/controllers/admin_stripe_events_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/ops/controllers/admin_stripe_events_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'admin_flags.index': {
    methods: ["GET","HEAD"]
    pattern: '/admin/flags'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/ops/controllers/admin_flags_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/ops/controllers/admin_flags_controller').default['index']>>>
    }
  }
  'admin_flags.store': {
    methods: ["POST"]
    pattern: '/admin/flags'
    types: {
      body: ExtractBody<InferInput<(typeof import('#ops/validators/admin').flagValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#ops/validators/admin').flagValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/ops/controllers/admin_flags_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/ops/controllers/admin_flags_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'admin_flags.destroy': {
    methods: ["DELETE"]
    pattern: '/admin/flags/:name'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { name: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/ops/controllers/admin_flags_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/ops/controllers/admin_flags_controller').default['destroy']>>>
    }
  }
  'admin_audit.index': {
    methods: ["GET","HEAD"]
    pattern: '/admin/audit'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/ops/controllers/admin_audit_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/ops/controllers/admin_audit_controller').default['index']>>>
    }
  }
  'user_suspensions.store': {
    methods: ["POST"]
    pattern: '/admin/users/:id/suspension'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/ops/controllers/user_suspensions_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/ops/controllers/user_suspensions_controller').default['store']>>>
    }
  }
  'user_suspensions.destroy': {
    methods: ["DELETE"]
    pattern: '/admin/users/:id/suspension'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/ops/controllers/user_suspensions_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/ops/controllers/user_suspensions_controller').default['destroy']>>>
    }
  }
  'impersonations.store': {
    methods: ["POST"]
    pattern: '/admin/users/:id/impersonation'
    types: {
      body: ExtractBody<InferInput<(typeof import('#ops/validators/admin').impersonationValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#ops/validators/admin').impersonationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/ops/controllers/impersonations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/ops/controllers/impersonations_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'impersonations.destroy': {
    methods: ["DELETE"]
    pattern: '/impersonation'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/ops/controllers/impersonations_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/ops/controllers/impersonations_controller').default['destroy']>>>
    }
  }
  'legal_documents.terms': {
    methods: ["GET","HEAD"]
    pattern: '/terms'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/legal_documents_controller').default['terms']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/legal_documents_controller').default['terms']>>>
    }
  }
  'legal_documents.privacy': {
    methods: ["GET","HEAD"]
    pattern: '/privacy'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/legal_documents_controller').default['privacy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/legal_documents_controller').default['privacy']>>>
    }
  }
  'consents.create': {
    methods: ["GET","HEAD"]
    pattern: '/consent'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/consents_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/consents_controller').default['create']>>>
    }
  }
  'consents.store': {
    methods: ["POST"]
    pattern: '/consent'
    types: {
      body: ExtractBody<InferInput<(typeof import('#accounts/validators/consent').consentValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#accounts/validators/consent').consentValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/consents_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/consents_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
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
  'host_issues.index': {
    methods: ["GET","HEAD"]
    pattern: '/projects/:id/issues'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#projects/validators/issue').issueFilterValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/projects/controllers/host_issues_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/projects/controllers/host_issues_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'project_delivery.edit': {
    methods: ["GET","HEAD"]
    pattern: '/projects/:id/delivery'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/projects/controllers/project_delivery_controller').default['edit']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/projects/controllers/project_delivery_controller').default['edit']>>>
    }
  }
  'project_delivery.update': {
    methods: ["PUT"]
    pattern: '/projects/:id/delivery'
    types: {
      body: ExtractBody<InferInput<(typeof import('#projects/validators/delivery').deliveryValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#projects/validators/delivery').deliveryValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/projects/controllers/project_delivery_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/projects/controllers/project_delivery_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
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
  'connections.index': {
    methods: ["GET","HEAD"]
    pattern: '/settings/connections'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/projects/controllers/connections_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/projects/controllers/connections_controller').default['index']>>>
    }
  }
  'connections.store': {
    methods: ["POST"]
    pattern: '/settings/connections'
    types: {
      body: ExtractBody<InferInput<(typeof import('#projects/validators/connection').connectTokenValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#projects/validators/connection').connectTokenValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/projects/controllers/connections_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/projects/controllers/connections_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'connections.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/connections/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/projects/controllers/connections_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/projects/controllers/connections_controller').default['destroy']>>>
    }
  }
  'connection_checks.store': {
    methods: ["POST"]
    pattern: '/settings/connections/:id/checks'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/projects/controllers/connection_checks_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/projects/controllers/connection_checks_controller').default['store']>>>
    }
  }
  'connections.create': {
    methods: ["GET","HEAD"]
    pattern: '/settings/connections/:host/authorize'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { host: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/projects/controllers/connection_authorizations_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/projects/controllers/connection_authorizations_controller').default['create']>>>
    }
  }
  'connections.callback': {
    methods: ["GET","HEAD"]
    pattern: '/settings/connections/:host/callback'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { host: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#projects/validators/connection').authorizationAnswerValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/projects/controllers/connection_authorizations_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/projects/controllers/connection_authorizations_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'repositories.index': {
    methods: ["GET","HEAD"]
    pattern: '/repositories'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#projects/validators/connection').repositoryFilterValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/projects/controllers/repositories_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/projects/controllers/repositories_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'repositories.store': {
    methods: ["POST"]
    pattern: '/repositories/syncs'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/projects/controllers/repositories_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/projects/controllers/repositories_controller').default['store']>>>
    }
  }
  'project_imports.store': {
    methods: ["POST"]
    pattern: '/projects/imports'
    types: {
      body: ExtractBody<InferInput<(typeof import('#projects/validators/connection').importRepositoriesValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#projects/validators/connection').importRepositoriesValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/projects/controllers/project_imports_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/projects/controllers/project_imports_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'deliveries.index': {
    methods: ["GET","HEAD"]
    pattern: '/projects/:id/deliveries'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#shared/validators/pagination').paginationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/projects/controllers/deliveries_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/projects/controllers/deliveries_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'deliveries.update': {
    methods: ["PUT"]
    pattern: '/projects/:id/deliveries/:delivery'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { id: ParamValue; delivery: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/projects/controllers/deliveries_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/projects/controllers/deliveries_controller').default['update']>>>
    }
  }
  'webhook_repairs.store': {
    methods: ["POST"]
    pattern: '/projects/:id/webhook'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/projects/controllers/webhook_repairs_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/projects/controllers/webhook_repairs_controller').default['store']>>>
    }
  }
  'model_settings.show': {
    methods: ["GET","HEAD"]
    pattern: '/settings/models'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/llm/controllers/model_settings_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/llm/controllers/model_settings_controller').default['show']>>>
    }
  }
  'provider_keys.store': {
    methods: ["POST"]
    pattern: '/settings/models/keys'
    types: {
      body: ExtractBody<InferInput<(typeof import('#llm/validators/provider_key').providerKeyValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#llm/validators/provider_key').providerKeyValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/llm/controllers/provider_keys_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/llm/controllers/provider_keys_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'provider_keys.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/models/keys/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/llm/controllers/provider_keys_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/llm/controllers/provider_keys_controller').default['destroy']>>>
    }
  }
  'routing_policies.store': {
    methods: ["POST"]
    pattern: '/settings/models/policies'
    types: {
      body: ExtractBody<InferInput<(typeof import('#llm/validators/policies').routingPolicyValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#llm/validators/policies').routingPolicyValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/llm/controllers/routing_policies_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/llm/controllers/routing_policies_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'routing_policies.update': {
    methods: ["PUT"]
    pattern: '/settings/models/policies'
    types: {
      body: ExtractBody<InferInput<(typeof import('#llm/validators/policies').restoredPolicyValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#llm/validators/policies').restoredPolicyValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/llm/controllers/routing_policies_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/llm/controllers/routing_policies_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'routing_policies.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/models/policies'
    types: {
      body: ExtractBody<InferInput<(typeof import('#llm/validators/policies').followingProjectValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#llm/validators/policies').followingProjectValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/llm/controllers/routing_policies_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/llm/controllers/routing_policies_controller').default['destroy']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'data_policies.update': {
    methods: ["PUT"]
    pattern: '/settings/models/data-policy'
    types: {
      body: ExtractBody<InferInput<(typeof import('#llm/validators/policies').dataPolicyValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#llm/validators/policies').dataPolicyValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/llm/controllers/data_policies_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/llm/controllers/data_policies_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'data_policies.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/models/data-policy'
    types: {
      body: ExtractBody<InferInput<(typeof import('#llm/validators/policies').followingProjectValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#llm/validators/policies').followingProjectValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/llm/controllers/data_policies_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/llm/controllers/data_policies_controller').default['destroy']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'data_policy_versions.store': {
    methods: ["POST"]
    pattern: '/settings/models/data-policy/versions'
    types: {
      body: ExtractBody<InferInput<(typeof import('#llm/validators/policies').restoredPolicyValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#llm/validators/policies').restoredPolicyValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/llm/controllers/data_policy_versions_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/llm/controllers/data_policy_versions_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'budgets.index': {
    methods: ["GET","HEAD"]
    pattern: '/settings/budgets'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/llm/controllers/budgets_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/llm/controllers/budgets_controller').default['index']>>>
    }
  }
  'budgets.store': {
    methods: ["POST"]
    pattern: '/settings/budgets'
    types: {
      body: ExtractBody<InferInput<(typeof import('#llm/validators/policies').budgetValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#llm/validators/policies').budgetValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/llm/controllers/budgets_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/llm/controllers/budgets_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'models.index': {
    methods: ["GET","HEAD"]
    pattern: '/models'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#llm/validators/model_stats').modelStatsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/llm/controllers/models_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/llm/controllers/models_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'project_models.show': {
    methods: ["GET","HEAD"]
    pattern: '/projects/:id/models'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/llm/controllers/project_models_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/llm/controllers/project_models_controller').default['show']>>>
    }
  }
  'workflow_receipts.show': {
    methods: ["GET","HEAD"]
    pattern: '/workflows/:id/receipt'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/llm/controllers/workflow_receipts_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/llm/controllers/workflow_receipts_controller').default['show']>>>
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
  'benchmarks.store': {
    methods: ["POST"]
    pattern: '/models/benchmarks'
    types: {
      body: ExtractBody<InferInput<(typeof import('#workflows/validators/benchmark').benchmarkValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#workflows/validators/benchmark').benchmarkValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/benchmarks_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/benchmarks_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'workflow_comparisons.show': {
    methods: ["GET","HEAD"]
    pattern: '/workflows/compare'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#workflows/validators/steering').comparisonValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_comparisons_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_comparisons_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'workflow_records.store': {
    methods: ["POST"]
    pattern: '/projects/:id/records'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_records_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_records_controller').default['store']>>>
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
      query: ExtractQueryForGet<InferInput<(typeof import('#workflows/validators/workflow').artifactValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_artifacts_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_artifacts_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
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
  'requested_changes.store': {
    methods: ["POST"]
    pattern: '/workflows/:id/requested_changes'
    types: {
      body: ExtractBody<InferInput<(typeof import('#workflows/validators/steering').messageValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#workflows/validators/steering').messageValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/requested_changes_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/requested_changes_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'workflow_plans.update': {
    methods: ["PUT"]
    pattern: '/workflows/:id/plan'
    types: {
      body: ExtractBody<InferInput<(typeof import('#workflows/validators/steering').planValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#workflows/validators/steering').planValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_plans_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_plans_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'workflow_messages.store': {
    methods: ["POST"]
    pattern: '/workflows/:id/messages'
    types: {
      body: ExtractBody<InferInput<(typeof import('#workflows/validators/steering').messageValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#workflows/validators/steering').messageValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_messages_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_messages_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'workflow_exchanges.index': {
    methods: ["GET","HEAD"]
    pattern: '/workflows/:id/exchanges'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#shared/validators/pagination').paginationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_exchanges_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_exchanges_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'workflow_exchanges.show': {
    methods: ["GET","HEAD"]
    pattern: '/workflows/:id/exchanges/:exchangeId'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { id: ParamValue; exchangeId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_exchanges_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_exchanges_controller').default['show']>>>
    }
  }
  'workflow_records.show': {
    methods: ["GET","HEAD"]
    pattern: '/workflows/:id/record'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_records_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_records_controller').default['show']>>>
    }
  }
  'workflow_replays.create': {
    methods: ["GET","HEAD"]
    pattern: '/workflows/:id/replays/create'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#workflows/validators/steering').replayPlaceValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_replays_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_replays_controller').default['create']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'workflow_replays.store': {
    methods: ["POST"]
    pattern: '/workflows/:id/replays'
    types: {
      body: ExtractBody<InferInput<(typeof import('#workflows/validators/steering').replayValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#workflows/validators/steering').replayValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_replays_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/workflows/controllers/workflow_replays_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
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
  'pricing.show': {
    methods: ["GET","HEAD"]
    pattern: '/pricing'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/billing/controllers/pricing_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/billing/controllers/pricing_controller').default['show']>>>
    }
  }
  'billing.show': {
    methods: ["GET","HEAD"]
    pattern: '/billing'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#billing/validators/billing').overviewValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/billing/controllers/billing_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/billing/controllers/billing_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'billing_usage.show': {
    methods: ["GET","HEAD"]
    pattern: '/billing/usage'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/billing/controllers/billing_usage_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/billing/controllers/billing_usage_controller').default['show']>>>
    }
  }
  'billing_invoices.index': {
    methods: ["GET","HEAD"]
    pattern: '/billing/invoices'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/billing/controllers/billing_invoices_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/billing/controllers/billing_invoices_controller').default['index']>>>
    }
  }
  'billing_checkouts.store': {
    methods: ["POST"]
    pattern: '/billing/checkouts'
    types: {
      body: ExtractBody<InferInput<(typeof import('#billing/validators/billing').orderValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#billing/validators/billing').orderValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/billing/controllers/billing_checkouts_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/billing/controllers/billing_checkouts_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'billing_plans.edit': {
    methods: ["GET","HEAD"]
    pattern: '/billing/plan'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#billing/validators/billing').orderValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/billing/controllers/billing_plans_controller').default['edit']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/billing/controllers/billing_plans_controller').default['edit']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'billing_plans.update': {
    methods: ["PUT"]
    pattern: '/billing/plan'
    types: {
      body: ExtractBody<InferInput<(typeof import('#billing/validators/billing').changePlanValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#billing/validators/billing').changePlanValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/billing/controllers/billing_plans_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/billing/controllers/billing_plans_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'billing_cancellations.store': {
    methods: ["POST"]
    pattern: '/billing/cancellation'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/billing/controllers/billing_cancellations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/billing/controllers/billing_cancellations_controller').default['store']>>>
    }
  }
  'billing_cancellations.destroy': {
    methods: ["DELETE"]
    pattern: '/billing/cancellation'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/billing/controllers/billing_cancellations_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/billing/controllers/billing_cancellations_controller').default['destroy']>>>
    }
  }
  'billing_portals.store': {
    methods: ["POST"]
    pattern: '/billing/portal'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/billing/controllers/billing_portals_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/billing/controllers/billing_portals_controller').default['store']>>>
    }
  }
  'spend_caps.update': {
    methods: ["PUT"]
    pattern: '/billing/spend-cap'
    types: {
      body: ExtractBody<InferInput<(typeof import('#billing/validators/billing').spendCapValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#billing/validators/billing').spendCapValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/billing/controllers/spend_caps_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/billing/controllers/spend_caps_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'maps.index': {
    methods: ["GET","HEAD"]
    pattern: '/intelligence'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#shared/validators/pagination').paginationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/intelligence/controllers/maps_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/intelligence/controllers/maps_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'maps.show': {
    methods: ["GET","HEAD"]
    pattern: '/intelligence/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/intelligence/controllers/maps_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/intelligence/controllers/maps_controller').default['show']>>>
    }
  }
  'maps.summary': {
    methods: ["GET","HEAD"]
    pattern: '/intelligence/:id/summary'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/intelligence/controllers/maps_controller').default['summary']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/intelligence/controllers/maps_controller').default['summary']>>>
    }
  }
  'map_refreshes.store': {
    methods: ["POST"]
    pattern: '/intelligence/:id/refresh'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_refreshes_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_refreshes_controller').default['store']>>>
    }
  }
  'map_refreshes.destroy': {
    methods: ["DELETE"]
    pattern: '/intelligence/:id/refresh'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_refreshes_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_refreshes_controller').default['destroy']>>>
    }
  }
  'map_views.show': {
    methods: ["GET","HEAD"]
    pattern: '/intelligence/:id/view'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#intelligence/validators/map').viewValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_views_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_views_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'map_searches.show': {
    methods: ["GET","HEAD"]
    pattern: '/intelligence/:id/search'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#intelligence/validators/map').symbolSearchValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_searches_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_searches_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'map_meanings.show': {
    methods: ["GET","HEAD"]
    pattern: '/intelligence/:id/meaning'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_meanings_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_meanings_controller').default['show']>>>
    }
  }
  'map_meanings.store': {
    methods: ["POST"]
    pattern: '/intelligence/:id/meaning'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_meanings_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_meanings_controller').default['store']>>>
    }
  }
  'map_meanings.destroy': {
    methods: ["DELETE"]
    pattern: '/intelligence/:id/meaning'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_meanings_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_meanings_controller').default['destroy']>>>
    }
  }
  'map_nodes.show': {
    methods: ["GET","HEAD"]
    pattern: '/intelligence/:id/node'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#intelligence/validators/map').nodeValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_nodes_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_nodes_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'map_nodes.neighbours': {
    methods: ["GET","HEAD"]
    pattern: '/intelligence/:id/neighbours'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#intelligence/validators/map').neighbourValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_nodes_controller').default['neighbours']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_nodes_controller').default['neighbours']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'map_nodes.way': {
    methods: ["GET","HEAD"]
    pattern: '/intelligence/:id/way'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#intelligence/validators/map').wayValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_nodes_controller').default['way']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_nodes_controller').default['way']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'map_sources.show': {
    methods: ["GET","HEAD"]
    pattern: '/intelligence/:id/source'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#intelligence/validators/map').sourceValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_sources_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_sources_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'map_sources.history': {
    methods: ["GET","HEAD"]
    pattern: '/intelligence/:id/history'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#intelligence/validators/map').sourceValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_sources_controller').default['history']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_sources_controller').default['history']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'map_explanations.show': {
    methods: ["GET","HEAD"]
    pattern: '/intelligence/:id/explanation'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#intelligence/validators/map').explanationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_explanations_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_explanations_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'map_explanations.store': {
    methods: ["POST"]
    pattern: '/intelligence/:id/explanation'
    types: {
      body: ExtractBody<InferInput<(typeof import('#intelligence/validators/map').explanationValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#intelligence/validators/map').explanationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_explanations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_explanations_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'map_questions.show': {
    methods: ["GET","HEAD"]
    pattern: '/intelligence/:id/ask'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#intelligence/validators/map').questionValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_questions_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_questions_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'map_questions.store': {
    methods: ["POST"]
    pattern: '/intelligence/:id/ask'
    types: {
      body: ExtractBody<InferInput<(typeof import('#intelligence/validators/map').questionValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#intelligence/validators/map').questionValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_questions_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_questions_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'map_impacts.show': {
    methods: ["GET","HEAD"]
    pattern: '/intelligence/:id/impact'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#intelligence/validators/map').impactValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_impacts_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_impacts_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'map_reports.routes': {
    methods: ["GET","HEAD"]
    pattern: '/intelligence/:id/routes'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#intelligence/validators/map').listValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_reports_controller').default['routes']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_reports_controller').default['routes']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'map_reports.schema': {
    methods: ["GET","HEAD"]
    pattern: '/intelligence/:id/schema'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_reports_controller').default['schema']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_reports_controller').default['schema']>>>
    }
  }
  'map_reports.tests': {
    methods: ["GET","HEAD"]
    pattern: '/intelligence/:id/tests'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#intelligence/validators/map').listValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_reports_controller').default['tests']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_reports_controller').default['tests']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'map_reports.timeline': {
    methods: ["GET","HEAD"]
    pattern: '/intelligence/:id/timeline'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_reports_controller').default['timeline']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_reports_controller').default['timeline']>>>
    }
  }
  'map_reports.rules': {
    methods: ["GET","HEAD"]
    pattern: '/intelligence/:id/rules'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_reports_controller').default['rules']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/intelligence/controllers/map_reports_controller').default['rules']>>>
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
  'oauth_authorizations.create': {
    methods: ["GET","HEAD"]
    pattern: '/oauth/authorize'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/oauth_authorizations_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/oauth_authorizations_controller').default['create']>>>
    }
  }
  'oauth_authorizations.store': {
    methods: ["POST"]
    pattern: '/oauth/authorize'
    types: {
      body: ExtractBody<InferInput<(typeof import('#accounts/validators/oauth').decisionValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#accounts/validators/oauth').decisionValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/oauth_authorizations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/oauth_authorizations_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'oauth_grants.index': {
    methods: ["GET","HEAD"]
    pattern: '/settings/apps'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/oauth_grants_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/oauth_grants_controller').default['index']>>>
    }
  }
  'oauth_grants.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/apps/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/oauth_grants_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/oauth_grants_controller').default['destroy']>>>
    }
  }
  'oauth_clients.store': {
    methods: ["POST"]
    pattern: '/oauth/register'
    types: {
      body: ExtractBody<InferInput<(typeof import('#accounts/validators/oauth').clientRegistrationValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#accounts/validators/oauth').clientRegistrationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/oauth_clients_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/oauth_clients_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'oauth_metadata.server': {
    methods: ["GET","HEAD"]
    pattern: '/.well-known/oauth-authorization-server'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/oauth_metadata_controller').default['server']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/oauth_metadata_controller').default['server']>>>
    }
  }
  'oauth_metadata.resource': {
    methods: ["GET","HEAD"]
    pattern: '/.well-known/oauth-protected-resource'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/oauth_metadata_controller').default['resource']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/oauth_metadata_controller').default['resource']>>>
    }
  }
  'oauth_metadata.mcp': {
    methods: ["GET","HEAD"]
    pattern: '/.well-known/oauth-protected-resource/mcp'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/oauth_metadata_controller').default['resource']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/oauth_metadata_controller').default['resource']>>>
    }
  }
  'second_factors.create': {
    methods: ["GET","HEAD"]
    pattern: '/login/second-factor'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/second_factors_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/second_factors_controller').default['create']>>>
    }
  }
  'second_factors.store': {
    methods: ["POST"]
    pattern: '/login/second-factor'
    types: {
      body: ExtractBody<InferInput<(typeof import('#accounts/validators/user').secondFactorValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#accounts/validators/user').secondFactorValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/second_factors_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/second_factors_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'passkey_sign_ins.store': {
    methods: ["POST"]
    pattern: '/login/passkey'
    types: {
      body: ExtractBody<InferInput<(typeof import('#accounts/validators/passkey').passkeyValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#accounts/validators/passkey').passkeyValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/passkey_sign_ins_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/passkey_sign_ins_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'password_resets.create': {
    methods: ["GET","HEAD"]
    pattern: '/password/forgot'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/password_resets_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/password_resets_controller').default['create']>>>
    }
  }
  'password_resets.store': {
    methods: ["POST"]
    pattern: '/password/forgot'
    types: {
      body: ExtractBody<InferInput<(typeof import('#accounts/validators/user').emailValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#accounts/validators/user').emailValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/password_resets_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/password_resets_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'password_resets.edit': {
    methods: ["GET","HEAD"]
    pattern: '/password/reset/:secret'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { secret: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/password_resets_controller').default['edit']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/password_resets_controller').default['edit']>>>
    }
  }
  'password_resets.update': {
    methods: ["PUT"]
    pattern: '/password/reset/:secret'
    types: {
      body: ExtractBody<InferInput<(typeof import('#accounts/validators/user').newPasswordValidator)>>
      paramsTuple: [ParamValue]
      params: { secret: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#accounts/validators/user').newPasswordValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/password_resets_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/password_resets_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'email_verifications.edit': {
    methods: ["GET","HEAD"]
    pattern: '/email/verify/:secret'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { secret: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/email_verifications_controller').default['edit']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/email_verifications_controller').default['edit']>>>
    }
  }
  'email_verifications.update': {
    methods: ["PUT"]
    pattern: '/email/verify/:secret'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { secret: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/email_verifications_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/email_verifications_controller').default['update']>>>
    }
  }
  'email_changes.edit': {
    methods: ["GET","HEAD"]
    pattern: '/email/change/:secret'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { secret: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/email_changes_controller').default['edit']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/email_changes_controller').default['edit']>>>
    }
  }
  'email_changes.update': {
    methods: ["PUT"]
    pattern: '/email/change/:secret'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { secret: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/email_changes_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/email_changes_controller').default['update']>>>
    }
  }
  'passkey_challenges.store': {
    methods: ["POST"]
    pattern: '/passkeys/challenges'
    types: {
      body: ExtractBody<InferInput<(typeof import('#accounts/validators/passkey').challengeValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#accounts/validators/passkey').challengeValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/passkey_challenges_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/passkey_challenges_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'provider_rounds.create': {
    methods: ["GET","HEAD"]
    pattern: '/auth/:provider'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { provider: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/provider_rounds_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/provider_rounds_controller').default['create']>>>
    }
  }
  'provider_rounds.show': {
    methods: ["GET","HEAD"]
    pattern: '/auth/:provider/callback'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { provider: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/provider_rounds_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/provider_rounds_controller').default['show']>>>
    }
  }
  'confirmations.create': {
    methods: ["GET","HEAD"]
    pattern: '/confirm'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/confirmations_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/confirmations_controller').default['create']>>>
    }
  }
  'confirmations.store': {
    methods: ["POST"]
    pattern: '/confirm'
    types: {
      body: ExtractBody<InferInput<(typeof import('#accounts/validators/user').confirmationValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#accounts/validators/user').confirmationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/confirmations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/confirmations_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'email_verifications.store': {
    methods: ["POST"]
    pattern: '/email/verification'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/email_verifications_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/email_verifications_controller').default['store']>>>
    }
  }
  'linked_identities.create': {
    methods: ["GET","HEAD"]
    pattern: '/auth/connect'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/linked_identities_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/linked_identities_controller').default['create']>>>
    }
  }
  'linked_identities.store': {
    methods: ["POST"]
    pattern: '/auth/connect'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/linked_identities_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/linked_identities_controller').default['store']>>>
    }
  }
  'profile.edit': {
    methods: ["GET","HEAD"]
    pattern: '/settings/profile'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/profile_controller').default['edit']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/profile_controller').default['edit']>>>
    }
  }
  'profile.update': {
    methods: ["PUT"]
    pattern: '/settings/profile'
    types: {
      body: ExtractBody<InferInput<(typeof import('#accounts/validators/user').profileValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#accounts/validators/user').profileValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/profile_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/profile_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'avatars.update': {
    methods: ["PUT"]
    pattern: '/settings/profile/picture'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/avatars_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/avatars_controller').default['update']>>>
    }
  }
  'avatars.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/profile/picture'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/avatars_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/avatars_controller').default['destroy']>>>
    }
  }
  'security.show': {
    methods: ["GET","HEAD"]
    pattern: '/settings/security'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/security_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/security_controller').default['show']>>>
    }
  }
  'active_sessions.index': {
    methods: ["GET","HEAD"]
    pattern: '/settings/sessions'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/active_sessions_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/active_sessions_controller').default['index']>>>
    }
  }
  'email_changes.store': {
    methods: ["POST"]
    pattern: '/settings/email'
    types: {
      body: ExtractBody<InferInput<(typeof import('#accounts/validators/user').emailValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#accounts/validators/user').emailValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/email_changes_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/email_changes_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'active_sessions.destroy_others': {
    methods: ["DELETE"]
    pattern: '/settings/sessions'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/active_sessions_controller').default['destroyOthers']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/active_sessions_controller').default['destroyOthers']>>>
    }
  }
  'active_sessions.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/sessions/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/active_sessions_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/active_sessions_controller').default['destroy']>>>
    }
  }
  'passwords.update': {
    methods: ["PUT"]
    pattern: '/settings/password'
    types: {
      body: ExtractBody<InferInput<(typeof import('#accounts/validators/user').newPasswordValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#accounts/validators/user').newPasswordValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/passwords_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/passwords_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'totp.store': {
    methods: ["POST"]
    pattern: '/settings/totp'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/totp_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/totp_controller').default['store']>>>
    }
  }
  'totp.update': {
    methods: ["PUT"]
    pattern: '/settings/totp'
    types: {
      body: ExtractBody<InferInput<(typeof import('#accounts/validators/user').secondFactorValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#accounts/validators/user').secondFactorValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/totp_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/totp_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'totp.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/totp'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/totp_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/totp_controller').default['destroy']>>>
    }
  }
  'linked_identities.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/linked/:provider'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { provider: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/linked_identities_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/linked_identities_controller').default['destroy']>>>
    }
  }
  'recovery_codes.store': {
    methods: ["POST"]
    pattern: '/settings/recovery-codes'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/recovery_codes_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/recovery_codes_controller').default['store']>>>
    }
  }
  'passkeys.store': {
    methods: ["POST"]
    pattern: '/settings/passkeys'
    types: {
      body: ExtractBody<InferInput<(typeof import('#accounts/validators/passkey').newPasskeyValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#accounts/validators/passkey').newPasskeyValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/passkeys_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/passkeys_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'passkeys.update': {
    methods: ["PUT"]
    pattern: '/settings/passkeys/:id'
    types: {
      body: ExtractBody<InferInput<(typeof import('#accounts/validators/passkey').passkeyNameValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#accounts/validators/passkey').passkeyNameValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/passkeys_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/passkeys_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'passkeys.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/passkeys/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/passkeys_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/passkeys_controller').default['destroy']>>>
    }
  }
  'avatars.show': {
    methods: ["GET","HEAD"]
    pattern: '/avatars/:userId/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { userId: ParamValue; id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/avatars_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/avatars_controller').default['show']>>>
    }
  }
  'teams.index': {
    methods: ["GET","HEAD"]
    pattern: '/teams'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/teams_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/teams_controller').default['index']>>>
    }
  }
  'teams.store': {
    methods: ["POST"]
    pattern: '/teams'
    types: {
      body: ExtractBody<InferInput<(typeof import('#accounts/validators/team').teamValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#accounts/validators/team').teamValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/teams_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/teams_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'team_restorations.store': {
    methods: ["POST"]
    pattern: '/teams/:id/restoration'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/team_restorations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/team_restorations_controller').default['store']>>>
    }
  }
  'invitation_acceptances.store': {
    methods: ["POST"]
    pattern: '/invitations/:secret/acceptance'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { secret: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/invitation_acceptances_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/invitation_acceptances_controller').default['store']>>>
    }
  }
  'teams.edit': {
    methods: ["GET","HEAD"]
    pattern: '/settings/team'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/teams_controller').default['edit']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/teams_controller').default['edit']>>>
    }
  }
  'teams.update': {
    methods: ["PATCH"]
    pattern: '/settings/team'
    types: {
      body: ExtractBody<InferInput<(typeof import('#accounts/validators/team').teamValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#accounts/validators/team').teamValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/teams_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/teams_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'second_factor_demands.update': {
    methods: ["PUT"]
    pattern: '/settings/team/second-factor'
    types: {
      body: ExtractBody<InferInput<(typeof import('#accounts/validators/team').secondFactorDemandValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#accounts/validators/team').secondFactorDemandValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/second_factor_demands_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/second_factor_demands_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'teams.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/team'
    types: {
      body: ExtractBody<InferInput<(typeof import('#accounts/validators/team').deleteTeamValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#accounts/validators/team').deleteTeamValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/teams_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/teams_controller').default['destroy']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'team_dangers.show': {
    methods: ["GET","HEAD"]
    pattern: '/settings/danger'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/team_dangers_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/team_dangers_controller').default['show']>>>
    }
  }
  'own_memberships.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/membership'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/own_memberships_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/own_memberships_controller').default['destroy']>>>
    }
  }
  'ownership_transfers.store': {
    methods: ["POST"]
    pattern: '/settings/ownership'
    types: {
      body: ExtractBody<InferInput<(typeof import('#accounts/validators/team').transferValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#accounts/validators/team').transferValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/ownership_transfers_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/ownership_transfers_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'members.index': {
    methods: ["GET","HEAD"]
    pattern: '/settings/members'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#accounts/validators/team').listMembersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/members_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/members_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'members.update': {
    methods: ["PATCH"]
    pattern: '/settings/members/:id'
    types: {
      body: ExtractBody<InferInput<(typeof import('#accounts/validators/team').changeRoleValidator)>>
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#accounts/validators/team').changeRoleValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/members_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/members_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'members.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/members/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/members_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/members_controller').default['destroy']>>>
    }
  }
  'invitations.store': {
    methods: ["POST"]
    pattern: '/settings/invitations'
    types: {
      body: ExtractBody<InferInput<(typeof import('#accounts/validators/team').inviteValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#accounts/validators/team').inviteValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/invitations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/invitations_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'invitations.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/invitations/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/invitations_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/invitations_controller').default['destroy']>>>
    }
  }
  'invitation_deliveries.store': {
    methods: ["POST"]
    pattern: '/settings/invitations/:id/delivery'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/invitation_deliveries_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/invitation_deliveries_controller').default['store']>>>
    }
  }
  'roles.show': {
    methods: ["GET","HEAD"]
    pattern: '/settings/roles'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/roles_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/roles_controller').default['show']>>>
    }
  }
  'service_tokens.index': {
    methods: ["GET","HEAD"]
    pattern: '/settings/service-tokens'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/service_tokens_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/service_tokens_controller').default['index']>>>
    }
  }
  'service_tokens.store': {
    methods: ["POST"]
    pattern: '/settings/service-tokens'
    types: {
      body: ExtractBody<InferInput<(typeof import('#accounts/validators/team').createServiceTokenValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#accounts/validators/team').createServiceTokenValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/service_tokens_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/service_tokens_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'service_tokens.destroy': {
    methods: ["DELETE"]
    pattern: '/settings/service-tokens/:id'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { id: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/service_tokens_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/service_tokens_controller').default['destroy']>>>
    }
  }
  'received_invitations.show': {
    methods: ["GET","HEAD"]
    pattern: '/invitations/:secret'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { secret: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/received_invitations_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/received_invitations_controller').default['show']>>>
    }
  }
  'invited_accounts.store': {
    methods: ["POST"]
    pattern: '/invitations/:secret/account'
    types: {
      body: ExtractBody<InferInput<(typeof import('#accounts/validators/team').invitedAccountValidator)>>
      paramsTuple: [ParamValue]
      params: { secret: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#accounts/validators/team').invitedAccountValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/accounts/controllers/invited_accounts_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/accounts/controllers/invited_accounts_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
}

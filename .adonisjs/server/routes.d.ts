import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'api.openapi.show': { paramsTuple?: []; params?: {} }
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'jwks.show': { paramsTuple?: []; params?: {} }
    'home': { paramsTuple?: []; params?: {} }
    'dashboard.show': { paramsTuple?: []; params?: {} }
    'projects.index': { paramsTuple?: []; params?: {} }
    'projects.create': { paramsTuple?: []; params?: {} }
    'projects.store': { paramsTuple?: []; params?: {} }
    'projects.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'projects.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'projects.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.me.show': { paramsTuple?: []; params?: {} }
    'api.projects.index': { paramsTuple?: []; params?: {} }
    'api.projects.store': { paramsTuple?: []; params?: {} }
    'api.projects.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.projects.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflows.index': { paramsTuple?: []; params?: {} }
    'api.workflows.store': { paramsTuple?: []; params?: {} }
    'api.workflows.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_events.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_streams.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_plans.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_patches.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_verdicts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_cancellations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_approvals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_reruns.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'new_account.create': { paramsTuple?: []; params?: {} }
    'new_account.store': { paramsTuple?: []; params?: {} }
    'session.create': { paramsTuple?: []; params?: {} }
    'session.store': { paramsTuple?: []; params?: {} }
    'session.destroy': { paramsTuple?: []; params?: {} }
    'api_tokens.index': { paramsTuple?: []; params?: {} }
    'api_tokens.store': { paramsTuple?: []; params?: {} }
    'api_tokens.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'projects.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflows.index': { paramsTuple?: []; params?: {} }
    'workflows.store': { paramsTuple?: []; params?: {} }
    'workflows.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_events.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_artifacts.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'kind': ParamValue} }
    'workflow_logs.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'stepId': ParamValue} }
    'workflow_cancellations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_approvals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_reruns.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'event_stream': { paramsTuple?: []; params?: {} }
    'subscribe': { paramsTuple?: []; params?: {} }
    'unsubscribe': { paramsTuple?: []; params?: {} }
  }
  GET: {
    'api.openapi.show': { paramsTuple?: []; params?: {} }
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'jwks.show': { paramsTuple?: []; params?: {} }
    'home': { paramsTuple?: []; params?: {} }
    'dashboard.show': { paramsTuple?: []; params?: {} }
    'projects.index': { paramsTuple?: []; params?: {} }
    'projects.create': { paramsTuple?: []; params?: {} }
    'projects.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.me.show': { paramsTuple?: []; params?: {} }
    'api.projects.index': { paramsTuple?: []; params?: {} }
    'api.projects.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflows.index': { paramsTuple?: []; params?: {} }
    'api.workflows.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_events.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_streams.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_plans.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_patches.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_verdicts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'new_account.create': { paramsTuple?: []; params?: {} }
    'session.create': { paramsTuple?: []; params?: {} }
    'api_tokens.index': { paramsTuple?: []; params?: {} }
    'projects.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflows.index': { paramsTuple?: []; params?: {} }
    'workflows.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_events.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_artifacts.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'kind': ParamValue} }
    'workflow_logs.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'stepId': ParamValue} }
    'event_stream': { paramsTuple?: []; params?: {} }
  }
  HEAD: {
    'api.openapi.show': { paramsTuple?: []; params?: {} }
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'jwks.show': { paramsTuple?: []; params?: {} }
    'home': { paramsTuple?: []; params?: {} }
    'dashboard.show': { paramsTuple?: []; params?: {} }
    'projects.index': { paramsTuple?: []; params?: {} }
    'projects.create': { paramsTuple?: []; params?: {} }
    'projects.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.me.show': { paramsTuple?: []; params?: {} }
    'api.projects.index': { paramsTuple?: []; params?: {} }
    'api.projects.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflows.index': { paramsTuple?: []; params?: {} }
    'api.workflows.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_events.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_streams.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_plans.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_patches.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_verdicts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'new_account.create': { paramsTuple?: []; params?: {} }
    'session.create': { paramsTuple?: []; params?: {} }
    'api_tokens.index': { paramsTuple?: []; params?: {} }
    'projects.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflows.index': { paramsTuple?: []; params?: {} }
    'workflows.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_events.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_artifacts.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'kind': ParamValue} }
    'workflow_logs.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'stepId': ParamValue} }
    'event_stream': { paramsTuple?: []; params?: {} }
  }
  POST: {
    'projects.store': { paramsTuple?: []; params?: {} }
    'api.projects.store': { paramsTuple?: []; params?: {} }
    'api.workflows.store': { paramsTuple?: []; params?: {} }
    'api.workflow_cancellations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_approvals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_reruns.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'new_account.store': { paramsTuple?: []; params?: {} }
    'session.store': { paramsTuple?: []; params?: {} }
    'session.destroy': { paramsTuple?: []; params?: {} }
    'api_tokens.store': { paramsTuple?: []; params?: {} }
    'workflows.store': { paramsTuple?: []; params?: {} }
    'workflow_cancellations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_approvals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_reruns.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'subscribe': { paramsTuple?: []; params?: {} }
    'unsubscribe': { paramsTuple?: []; params?: {} }
  }
  PATCH: {
    'projects.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  DELETE: {
    'projects.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.projects.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api_tokens.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}
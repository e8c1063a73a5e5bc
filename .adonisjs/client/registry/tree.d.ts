/* eslint-disable prettier/prettier */
import type { routes } from './index.ts'

export interface ApiDefinition {
  api: {
    openapi: {
      show: typeof routes['api.openapi.show']
    }
    me: {
      show: typeof routes['api.me.show']
    }
    projects: {
      index: typeof routes['api.projects.index']
      store: typeof routes['api.projects.store']
      show: typeof routes['api.projects.show']
      destroy: typeof routes['api.projects.destroy']
    }
    workflows: {
      index: typeof routes['api.workflows.index']
      store: typeof routes['api.workflows.store']
      show: typeof routes['api.workflows.show']
    }
    workflowEvents: {
      index: typeof routes['api.workflow_events.index']
    }
    workflowStreams: {
      show: typeof routes['api.workflow_streams.show']
    }
    workflowPlans: {
      show: typeof routes['api.workflow_plans.show']
    }
    workflowPatches: {
      show: typeof routes['api.workflow_patches.show']
    }
    workflowVerdicts: {
      show: typeof routes['api.workflow_verdicts.show']
    }
    workflowCancellations: {
      store: typeof routes['api.workflow_cancellations.store']
    }
    workflowApprovals: {
      store: typeof routes['api.workflow_approvals.store']
    }
    workflowReruns: {
      store: typeof routes['api.workflow_reruns.store']
    }
  }
  health: {
    live: typeof routes['health.live']
    ready: typeof routes['health.ready']
  }
  jwks: {
    show: typeof routes['jwks.show']
  }
  home: typeof routes['home']
  dashboard: {
    show: typeof routes['dashboard.show']
  }
  projects: {
    index: typeof routes['projects.index']
    create: typeof routes['projects.create']
    store: typeof routes['projects.store']
    edit: typeof routes['projects.edit']
    update: typeof routes['projects.update']
    destroy: typeof routes['projects.destroy']
    show: typeof routes['projects.show']
  }
  newAccount: {
    create: typeof routes['new_account.create']
    store: typeof routes['new_account.store']
  }
  session: {
    create: typeof routes['session.create']
    store: typeof routes['session.store']
    destroy: typeof routes['session.destroy']
  }
  apiTokens: {
    index: typeof routes['api_tokens.index']
    store: typeof routes['api_tokens.store']
    destroy: typeof routes['api_tokens.destroy']
  }
  workflows: {
    index: typeof routes['workflows.index']
    store: typeof routes['workflows.store']
    show: typeof routes['workflows.show']
  }
  workflowEvents: {
    index: typeof routes['workflow_events.index']
  }
  workflowArtifacts: {
    show: typeof routes['workflow_artifacts.show']
  }
  workflowLogs: {
    show: typeof routes['workflow_logs.show']
  }
  workflowCancellations: {
    store: typeof routes['workflow_cancellations.store']
  }
  workflowApprovals: {
    store: typeof routes['workflow_approvals.store']
  }
  workflowReruns: {
    store: typeof routes['workflow_reruns.store']
  }
  eventStream: typeof routes['event_stream']
  subscribe: typeof routes['subscribe']
  unsubscribe: typeof routes['unsubscribe']
}

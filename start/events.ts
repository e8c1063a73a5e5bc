import emitter from '@adonisjs/core/services/emitter'
import { events } from '#generated/events'
import { listeners } from '#generated/listeners'

emitter.on(events.projects.ProjectAdded, [listeners.intelligence.MapNewProject])
emitter.on(events.projects.HostEventReceived, [listeners.intelligence.MapPushedBranch])
emitter.on(events.workflows.RepositoryAnalyzed, [listeners.intelligence.MapAnalyzedRepository])
emitter.on(events.accounts.TeamDeleted, [listeners.workflows.CancelWorkflowsOfDeletedTeam])
emitter.on(events.projects.HostEventReceived, [listeners.workflows.WakeOnPipeline])
emitter.on(events.projects.HostEventReceived, [listeners.workflows.RecordMerge])
emitter.on(events.projects.HostEventReceived, [listeners.workflows.StartFromIssue])
emitter.on(events.accounts.TeamDeleted, [listeners.billing.CancelPlanOfDeletedTeam])

import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, pages } from '#start/kernel'

router
  .group(() => {
    // A project's page shows its workflows, which only this domain knows.
    router
      .get('projects/:id', [controllers.workflows.ProjectOverviews, 'show'])
      .as('projects.show')
      .where('id', router.matchers.uuid())
    router.get('workflows', [controllers.workflows.Workflows, 'index']).as('workflows.index')
    router.post('workflows', [controllers.workflows.Workflows, 'store']).as('workflows.store')
    router.post('models/benchmarks', [controllers.workflows.Benchmarks, 'store']).as('benchmarks.store')

    router
      .get('workflows/compare', [controllers.workflows.WorkflowComparisons, 'show'])
      .as('workflow_comparisons.show')
    router
      .post('projects/:id/records', [controllers.workflows.WorkflowRecords, 'store'])
      .as('workflow_records.store')
      .where('id', router.matchers.uuid())

    router
      .group(() => {
        router.get('/', [controllers.workflows.Workflows, 'show']).as('workflows.show')
        router.get('events', [controllers.workflows.WorkflowEvents, 'index']).as('workflow_events.index')
        router
          .get('artifacts/:kind', [controllers.workflows.WorkflowArtifacts, 'show'])
          .as('workflow_artifacts.show')
        router.get('logs/:stepId', [controllers.workflows.WorkflowLogs, 'show']).as('workflow_logs.show')
        router
          .post('cancellation', [controllers.workflows.WorkflowCancellations, 'store'])
          .as('workflow_cancellations.store')
        router
          .post('approval', [controllers.workflows.WorkflowApprovals, 'store'])
          .as('workflow_approvals.store')
        router
          .post('requested_changes', [controllers.workflows.RequestedChanges, 'store'])
          .as('requested_changes.store')
        router.put('plan', [controllers.workflows.WorkflowPlans, 'update']).as('workflow_plans.update')
        router
          .post('messages', [controllers.workflows.WorkflowMessages, 'store'])
          .as('workflow_messages.store')
        router
          .get('exchanges', [controllers.workflows.WorkflowExchanges, 'index'])
          .as('workflow_exchanges.index')
        router
          .get('exchanges/:exchangeId', [controllers.workflows.WorkflowExchanges, 'show'])
          .as('workflow_exchanges.show')
          .where('exchangeId', router.matchers.uuid())
        router.get('record', [controllers.workflows.WorkflowRecords, 'show']).as('workflow_records.show')
        router
          .get('replays/create', [controllers.workflows.WorkflowReplays, 'create'])
          .as('workflow_replays.create')
        router.post('replays', [controllers.workflows.WorkflowReplays, 'store']).as('workflow_replays.store')
        router.post('reruns', [controllers.workflows.WorkflowReruns, 'store']).as('workflow_reruns.store')
      })
      .prefix('workflows/:id')
      .where('id', router.matchers.uuid())
  })
  .use([...pages, middleware.auth()])

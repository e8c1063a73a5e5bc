import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { api } from '#start/kernel'

const { workflows } = controllers

router
  .group(() => {
    router.get('/', [workflows.ApiWorkflows, 'index']).as('api.workflows.index')
    router.post('/', [workflows.ApiWorkflows, 'store']).as('api.workflows.store')
    router.post('records', [workflows.ApiWorkflowRecords, 'store']).as('api.workflow_records.store')
    router.get('compare', [workflows.ApiWorkflowComparisons, 'show']).as('api.workflow_comparisons.show')
    router
      .group(() => {
        router.get('/', [workflows.ApiWorkflows, 'show']).as('api.workflows.show')
        router.get('events', [workflows.ApiWorkflowEvents, 'index']).as('api.workflow_events.index')
        router.get('events/stream', [workflows.ApiWorkflowStreams, 'show']).as('api.workflow_streams.show')
        router.get('plan', [workflows.ApiWorkflowPlans, 'show']).as('api.workflow_plans.show')
        router.put('plan', [workflows.ApiWorkflowPlans, 'update']).as('api.workflow_plans.update')
        router.get('patch', [workflows.ApiWorkflowPatches, 'show']).as('api.workflow_patches.show')
        router.get('verdict', [workflows.ApiWorkflowVerdicts, 'show']).as('api.workflow_verdicts.show')
        router
          .post('cancellation', [workflows.ApiWorkflowCancellations, 'store'])
          .as('api.workflow_cancellations.store')
        router.post('approval', [workflows.ApiWorkflowApprovals, 'store']).as('api.workflow_approvals.store')
        router
          .post('requested_changes', [workflows.ApiRequestedChanges, 'store'])
          .as('api.requested_changes.store')
        router.get('messages', [workflows.ApiWorkflowMessages, 'index']).as('api.workflow_messages.index')
        router.post('messages', [workflows.ApiWorkflowMessages, 'store']).as('api.workflow_messages.store')
        router.get('exchanges', [workflows.ApiWorkflowExchanges, 'index']).as('api.workflow_exchanges.index')
        router
          .get('exchanges/:exchangeId', [workflows.ApiWorkflowExchanges, 'show'])
          .as('api.workflow_exchanges.show')
          .where('exchangeId', router.matchers.uuid())
        router.get('record', [workflows.ApiWorkflowRecords, 'show']).as('api.workflow_records.show')
        router.post('replays', [workflows.ApiWorkflowReplays, 'store']).as('api.workflow_replays.store')
        router.post('reruns', [workflows.ApiWorkflowReruns, 'store']).as('api.workflow_reruns.store')
      })
      .prefix(':id')
      .where('id', router.matchers.uuid())
  })
  .prefix('api/workflows')
  .use(api)

router
  .group(() => {
    router.get('/', [workflows.ApiBenchmarks, 'index']).as('api.benchmarks.index')
    router.post('/', [workflows.ApiBenchmarks, 'store']).as('api.benchmarks.store')
  })
  .prefix('api/models/benchmarks')
  .use(api)

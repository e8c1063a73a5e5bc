import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, pages } from '#start/kernel'

const { intelligence } = controllers

router
  .group(() => {
    router.get('/', [intelligence.Maps, 'index']).as('maps.index')
    router
      .group(() => {
        router.get('/', [intelligence.Maps, 'show']).as('maps.show')
        router.get('summary', [intelligence.Maps, 'summary']).as('maps.summary')
        router.post('refresh', [intelligence.MapRefreshes, 'store']).as('map_refreshes.store')
        router.delete('refresh', [intelligence.MapRefreshes, 'destroy']).as('map_refreshes.destroy')
        router.get('view', [intelligence.MapViews, 'show']).as('map_views.show')
        router.get('search', [intelligence.MapSearches, 'show']).as('map_searches.show')
        router.get('meaning', [intelligence.MapMeanings, 'show']).as('map_meanings.show')
        router.post('meaning', [intelligence.MapMeanings, 'store']).as('map_meanings.store')
        router.delete('meaning', [intelligence.MapMeanings, 'destroy']).as('map_meanings.destroy')
        router.get('node', [intelligence.MapNodes, 'show']).as('map_nodes.show')
        router.get('neighbours', [intelligence.MapNodes, 'neighbours']).as('map_nodes.neighbours')
        router.get('way', [intelligence.MapNodes, 'way']).as('map_nodes.way')
        router.get('source', [intelligence.MapSources, 'show']).as('map_sources.show')
        router.get('history', [intelligence.MapSources, 'history']).as('map_sources.history')
        router.get('explanation', [intelligence.MapExplanations, 'show']).as('map_explanations.show')
        router.post('explanation', [intelligence.MapExplanations, 'store']).as('map_explanations.store')
        router.get('ask', [intelligence.MapQuestions, 'show']).as('map_questions.show')
        router.post('ask', [intelligence.MapQuestions, 'store']).as('map_questions.store')
        router.get('impact', [intelligence.MapImpacts, 'show']).as('map_impacts.show')
        router.get('routes', [intelligence.MapReports, 'routes']).as('map_reports.routes')
        router.get('schema', [intelligence.MapReports, 'schema']).as('map_reports.schema')
        router.get('tests', [intelligence.MapReports, 'tests']).as('map_reports.tests')
        router.get('timeline', [intelligence.MapReports, 'timeline']).as('map_reports.timeline')
        router.get('rules', [intelligence.MapReports, 'rules']).as('map_reports.rules')
      })
      .prefix(':id')
      .where('id', router.matchers.uuid())
  })
  .prefix('intelligence')
  .use([...pages, middleware.auth()])

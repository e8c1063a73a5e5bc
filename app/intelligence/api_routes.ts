import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { api } from '#start/kernel'

const { intelligence } = controllers

router
  .group(() => {
    router.get('/', [intelligence.Maps, 'summary']).as('api.maps.show')
    router.post('/', [intelligence.MapRefreshes, 'store']).as('api.maps.store')
    router.get('search', [intelligence.MapSearches, 'show']).as('api.map_searches.show')
    router.get('meaning', [intelligence.MapMeanings, 'show']).as('api.map_meanings.show')
    router.post('meaning', [intelligence.MapMeanings, 'store']).as('api.map_meanings.store')
    router.delete('meaning', [intelligence.MapMeanings, 'destroy']).as('api.map_meanings.destroy')
    router.get('symbols', [intelligence.MapNodes, 'show']).as('api.map_symbols.show')
    router.get('callers', [intelligence.MapNodes, 'neighbours']).as('api.map_callers.show')
    router.get('path', [intelligence.MapNodes, 'way']).as('api.map_paths.show')
    router.get('impact', [intelligence.MapImpacts, 'show']).as('api.map_impacts.show')
    router.get('ask', [intelligence.MapQuestions, 'show']).as('api.map_questions.show')
    router.post('ask', [intelligence.MapQuestions, 'store']).as('api.map_questions.store')
    router.get('routes', [intelligence.MapReports, 'routes']).as('api.map_routes.index')
    router.get('schema', [intelligence.MapReports, 'schema']).as('api.map_schemas.show')
    router.get('tests', [intelligence.MapReports, 'tests']).as('api.map_tests.index')
    router.get('rules', [intelligence.MapReports, 'rules']).as('api.map_rules.show')
  })
  .prefix('api/projects/:id/map')
  .where('id', router.matchers.uuid())
  .use(api)

import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, pages } from '#start/kernel'

router
  .get('live/:kind/:id', [controllers.shared.LiveStreams, 'show'])
  .as('live_streams.show')
  .where('kind', router.matchers.slug())
  .where('id', router.matchers.uuid())
  .use([...pages, middleware.auth()])

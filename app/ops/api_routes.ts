import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

router.get('api/openapi.json', [controllers.ops.OpenApi, 'show']).as('api.openapi.show')

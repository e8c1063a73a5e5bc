import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { api } from '#start/kernel'

router.get('api/me', [controllers.accounts.ApiMe, 'show']).as('api.me.show').use(api)

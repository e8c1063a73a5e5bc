import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { api } from '#start/kernel'

router.get('api/plan', [controllers.billing.ApiPlan, 'show']).as('api.plan.show').use(api)

import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { api } from '#start/kernel'

router.get('api/openapi.json', [controllers.ops.OpenApi, 'show']).as('api.openapi.show')

router
  .group(() => {
    router.get('/', [controllers.ops.ApiAuditEntries, 'index']).as('api.audit_entries.index')
    router.get('export', [controllers.ops.AuditExports, 'show']).as('api.audit_exports.show')
  })
  .prefix('api/audit')
  .use(api)

import app from '@adonisjs/core/services/app'
import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, pages } from '#start/kernel'

router.get('health/live', [controllers.ops.Health, 'live']).as('health.live')
router.get('health/ready', [controllers.ops.Health, 'ready']).as('health.ready')
router.get('.well-known/jwks.json', [controllers.ops.Jwks, 'show']).as('jwks.show')

router
  .group(() => {
    router.get('/', [controllers.ops.Home, 'show']).as('home')
    router.get('dev/mail', [controllers.ops.DevMails, 'index']).as('dev.mails')
    if (app.inDev) router.on('dev/ui').renderInertia('dev/ui', {}).as('dev.ui')
  })
  .use(pages)

router
  .group(() => {
    router.get('dashboard', [controllers.ops.Dashboard, 'show']).as('dashboard.show')
    router.get('settings/audit', [controllers.ops.AuditEntries, 'index']).as('audit_entries.index')
    router.get('settings/audit/export', [controllers.ops.AuditExports, 'show']).as('audit_exports.show')
  })
  .use([...pages, middleware.auth()])

router
  .group(() => {
    router.get('/', [controllers.ops.Privacy, 'show']).as('privacy.show')
    router
      .post('exports', [controllers.ops.DataExports, 'store'])
      .as('data_exports.store')
      .use(middleware.confirmed())
    router.get('exports/:secret', [controllers.ops.DataExports, 'show']).as('data_exports.show')
    router
      .post('deletion', [controllers.accounts.AccountDeletions, 'store'])
      .as('account_deletions.store')
      .use(middleware.confirmed())
  })
  .prefix('settings/privacy')
  .use([...pages, middleware.auth({ teamless: true })])

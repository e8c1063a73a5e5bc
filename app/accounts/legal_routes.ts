import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, pages } from '#start/kernel'

const { Consents, LegalDocuments } = controllers.accounts

router
  .group(() => {
    router.get('terms', [LegalDocuments, 'terms']).as('legal_documents.terms')
    router.get('privacy', [LegalDocuments, 'privacy']).as('legal_documents.privacy')
  })
  .use(pages)

router
  .group(() => {
    router.get('consent', [Consents, 'create']).as('consents.create')
    router.post('consent', [Consents, 'store']).as('consents.store')
  })
  .use([...pages, middleware.auth({ teamless: true })])

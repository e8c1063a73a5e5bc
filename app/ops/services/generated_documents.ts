import { permissionsDocument } from '#accounts/services/permissions_document'
import { listedRoutes } from '#ops/queries/listed_routes'
import { routesDocument } from '#ops/services/routes_document'

/** Path to text of every document that is made from the code. */
export const generatedDocuments = (): Record<string, string> => ({
  'docs/permissions.md': permissionsDocument(),
  'docs/routes.md': routesDocument(listedRoutes()),
})

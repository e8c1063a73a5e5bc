import { permissionsDocument } from '#accounts/services/permissions_document'

/** Path to text of every document that is made from the code. */
export const generatedDocuments = (): Record<string, string> => ({
  'docs/permissions.md': permissionsDocument(),
})

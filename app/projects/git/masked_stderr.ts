import { secretForms } from '#shared/secret_forms'

const LIMIT = 4000

/** What git said, fit to be stored: without secrets, credentials in addresses, or terminal control. */
export function maskedStderr(text: string, secrets: string[] = []): string {
  // Control characters go first: between the letters of a secret they would hide it from the search.
  let masked = text
    .replace(/\u001b\[[0-9;?]*[ -/]*[@-~]/g, '')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
  for (const form of secretForms(secrets)) masked = masked.replaceAll(form, '•••')
  masked = masked.replace(/([a-z][a-z+.-]*:\/\/)[^\s/@]*@/gi, '$1').trim()
  return masked.length > LIMIT ? `… ${masked.slice(-LIMIT)}` : masked
}

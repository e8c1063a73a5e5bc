const LIMIT = 4000

/** What git said, fit to be stored: without secrets, credentials in addresses, or terminal control. */
export function maskedStderr(text: string, secrets: string[] = []): string {
  let masked = text
  for (const secret of secrets) {
    for (const form of [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')]) {
      if (form.length > 3) masked = masked.replaceAll(form, '•••')
    }
  }
  masked = masked
    .replace(/([a-z][a-z+.-]*:\/\/)[^\s/@]*@/gi, '$1')
    .replace(/\u001b\[[0-9;?]*[ -/]*[@-~]/g, '')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
    .trim()
  return masked.length > LIMIT ? `… ${masked.slice(-LIMIT)}` : masked
}

import { type Answer, sendJson } from '~/lib/send_json'

type Purpose = 'sign_in' | 'second_factor' | 'confirm'

const given = (message: string): Answer<never> => ({ ok: false, errors: { passkey: message } })

function reason(error: unknown) {
  const { name } = error as Error
  if (name === 'NotAllowedError' || name === 'AbortError')
    return 'No passkey was used. Try again when you are ready.'
  if (name === 'InvalidStateError') return 'This device has a passkey for your account already.'
  return 'The browser could not use a passkey here. Try another way.'
}

/** Lets the reader sign with one of their passkeys, and sends that to `path`. */
export async function signWithPasskey<T>(purpose: Purpose, path: string): Promise<Answer<T>> {
  const challenge = await sendJson<never>('POST', '/passkeys/challenges', { for: purpose })
  if (!challenge.ok) return challenge
  const { startAuthentication } = await import('@simplewebauthn/browser')
  try {
    const response = await startAuthentication({ optionsJSON: challenge.body })
    return await sendJson<T>('POST', path, { response })
  } catch (error) {
    return given(reason(error))
  }
}

/** Makes a passkey on the reader's device and adds it to their account. */
export async function makePasskey(name: string): Promise<Answer<{ recoveryCodes: string[] | null }>> {
  const challenge = await sendJson<never>('POST', '/passkeys/challenges', { for: 'register' })
  if (!challenge.ok) return challenge
  const { startRegistration } = await import('@simplewebauthn/browser')
  try {
    const response = await startRegistration({ optionsJSON: challenge.body })
    return await sendJson('POST', '/settings/passkeys', { name, response })
  } catch (error) {
    return given(reason(error))
  }
}

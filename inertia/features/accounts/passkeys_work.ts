/** Whether this browser, at this address, can use passkeys: it needs HTTPS or this very machine. */
export const passkeysWork = () => typeof window !== 'undefined' && window.PublicKeyCredential !== undefined

declare global {
  interface Window {
    /** The name under which the scroll lock of dialogs and menus looks for the nonce of its style element. */
    __webpack_nonce__?: string
  }
}

function readNonce(): string | undefined {
  if (typeof document === 'undefined') return undefined
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce || undefined
}

/** The nonce of this document, which a strict style-src asks of every style element that a script adds. */
export const styleNonce = readNonce()

if (styleNonce) window.__webpack_nonce__ = styleNonce

/** The name under which a person's live stream is known here, whatever their browser calls it. */
export const streamUid = (userId: string, uid: string) => `${userId}:${uid}`

/** Whose stream it is; null for one that no browser has opened. */
export const ownerOfStream = (uid: string) => (uid.includes(':') ? uid.slice(0, uid.indexOf(':')) : null)

/** The name of a person's live stream; one that no browser has opened has no person in its name. */
export const streamUid = (userId: string, id: string) => `${userId}:${id}`

/** Whose stream it is; null for one that no browser has opened. */
export const ownerOfStream = (uid: string) => (uid.includes(':') ? uid.slice(0, uid.indexOf(':')) : null)

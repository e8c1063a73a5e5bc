const BREAK = '\u200b'

const controls = /[\u0000-\u0008\u000b-\u001f\u007f]/g
const mentions = /@(?=[\w-])/g
/** GitHub's keywords and GitLab's, before all that the two take for an issue: numbers, addresses, keys of trackers. */
const closings =
  /\b(clos(?:e[sd]?|ing)|fix(?:e[sd]|ing)?|resolv(?:e[sd]?|ing)|implement(?:s|ed|ing)?)(:?\s+)(?=(?:issues?\s+)?\S*(?:[#!]\d|\/(?:issues|work_items|pull|merge_requests)\/\d|\b[a-z]\w*-\d))/gi
/** A line that begins so is a command to GitLab, done with the rights of whoever posts it. */
const commands = /^([^\S\n]*)\/(?=[a-z])/gim
const skips =
  /(\[)(?=\s*(?:(?:skip|no)\s+(?:ci|actions)|(?:ci|actions)\s+skip)\s*\])|(\*\*)(?=\*NO_CI\*\*\*)|(skip)(?=-checks\s*:)/gi

/** What a host would do for it is not done: no issue is closed. For text that is shown as code. */
export const inertCode = (text: string) => text.replace(closings, `$1${BREAK}$2`)

const unspoken = (text: string) => inertCode(text.replace(controls, ' ').replace(mentions, `@${BREAK}`))

/**
 * What people and models wrote is shown, never obeyed: no mention is sent, no issue closed, no command followed,
 * no HTML made by it. For Markdown at a git host.
 */
export const inert = (text: string) => unspoken(text).replaceAll('<', '&lt;').replace(commands, `$1${BREAK}/`)

/** The same for the message of a commit, which can also keep a pipeline from running. */
export const inertMessage = (text: string) => unspoken(text).replace(skips, `$&${BREAK}`)

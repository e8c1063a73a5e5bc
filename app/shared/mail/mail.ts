/** One part of a mail's body, from top to bottom. */
export type MailPart =
  | string
  | { button: string; url: string }
  /** Something to read or copy letter by letter. */
  | { code: string }
  | { list: readonly string[] }
  | { facts: readonly (readonly [name: string, value: string])[] }

/** A mail to one person. Everything in it is plain text; the shared layout makes text and HTML of it. */
export interface Mail {
  to: { address: string; name?: string }
  subject: string
  /** A string is a paragraph. */
  body: readonly MailPart[]
  /** Why the reader gets this: the small print at the end. */
  because: string
  /** Sent as `List-Unsubscribe`, with one click (RFC 8058): the address must take a POST without a session. */
  unsubscribeUrl?: string
  /** After this moment it is not sent any more: what it says would not be true. */
  until?: Date
}

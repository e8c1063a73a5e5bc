/** Under this name an operator's session knows in whose place they act. */
export const ACTING_AS = 'acting_as'

export interface ActingAs {
  userId: string
  /** Milliseconds since 1970. */
  until: number
}

export const ACTING_FOR_MS = 3_600_000

import type { Permission } from '#accounts/permissions'

/** Who may call a route that no right of the table opens, in words. */
export const doors = {
  public: 'anybody',
  guest: 'anybody who is not signed in',
  link: 'whoever has the secret of the address, which was mailed',
  signature: 'whoever signs the request (a git host, Stripe)',
  credentials: 'programs, by what they send in the body',
  signed_in: 'anybody who is signed in',
  person: 'anybody who is signed in, about themselves; not an operator in their place',
  member: 'every member of the team',
  token: 'every token',
  operator: 'operators of the installation',
} as const
export type Door = keyof typeof doors

export type RouteRight = Permission | Door

/** By the name of the route. Each domain says it of its own routes; start/rights.ts puts them together. */
export type RouteRights = Record<string, RouteRight>

export const isDoor = (right: RouteRight): right is Door => right in doors

/** For so long a deleted team can be brought back by an owner. */
export const TEAM_GRACE_DAYS = 14

/** For so long an account can be brought back by signing in. */
export const ACCOUNT_GRACE_DAYS = 14

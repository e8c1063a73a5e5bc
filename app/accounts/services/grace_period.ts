/** For so long a deleted team can be brought back by an owner. */
export const TEAM_GRACE_DAYS = 14

export const roles = ['owner', 'admin', 'developer', 'viewer', 'billing'] as const
export type Role = (typeof roles)[number]

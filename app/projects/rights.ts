import type { RouteRights } from '#accounts/route_rights'

export const projectRights = {
  'projects.index': 'projects.read',
  'projects.create': 'projects.manage',
  'projects.store': 'projects.manage',
  'projects.edit': 'projects.manage',
  'projects.update': 'projects.manage',
  'projects.destroy': 'projects.manage',
  'api.projects.index': 'projects.read',
  'api.projects.store': 'projects.manage',
  'api.projects.show': 'projects.read',
  'api.projects.destroy': 'projects.manage',
} as const satisfies RouteRights

import type { RouteRights } from '#accounts/route_rights'

export const intelligenceRights = {
  'maps.index': 'projects.read',
  'maps.show': 'projects.read',
  'maps.summary': 'projects.read',
  'map_refreshes.store': 'workflows.run',
  'map_refreshes.destroy': 'workflows.run',
  'map_views.show': 'projects.read',
  'map_searches.show': 'projects.read',
  'map_nodes.show': 'projects.read',
  'map_nodes.neighbours': 'projects.read',
  'map_nodes.way': 'projects.read',
  'map_sources.show': 'projects.read',
  'map_sources.history': 'projects.read',
  'map_explanations.show': 'projects.read',
  'map_impacts.show': 'projects.read',
  'map_reports.routes': 'projects.read',
  'map_reports.schema': 'projects.read',
  'map_reports.tests': 'projects.read',
  'map_reports.timeline': 'projects.read',
  'map_reports.rules': 'projects.read',
} as const satisfies RouteRights

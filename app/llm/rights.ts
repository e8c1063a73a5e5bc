import type { RouteRights } from '#accounts/route_rights'

export const llmRights = {
  'model_settings.show': 'models.read',
  'provider_keys.store': 'models.manage',
  'provider_keys.destroy': 'models.manage',
  'routing_policies.store': 'models.manage',
  'routing_policies.update': 'models.manage',
  'data_policies.update': 'models.manage',
  'budgets.index': 'models.read',
  'budgets.store': 'models.manage',
} as const satisfies RouteRights

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
  'models.index': 'models.read',
  'workflow_receipts.show': 'workflows.read',
  'api.models.index': 'models.read',
  'api.routing_policies.show': 'models.read',
  'api.routing_policies.update': 'models.manage',
  'api.provider_keys.index': 'models.read',
  'api.budgets.index': 'models.read',
  'api.budgets.update': 'models.manage',
  'api.usage.index': 'models.read',
  'api.workflow_receipts.show': 'workflows.read',
} as const satisfies RouteRights

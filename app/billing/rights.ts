import type { RouteRights } from '#accounts/route_rights'

export const billingRights = {
  'stripe_webhooks.store': 'signature',
  'pricing.show': 'public',
  'billing.show': 'billing.read',
  'billing_usage.show': 'billing.read',
  'billing_invoices.index': 'billing.read',
  'billing_checkouts.store': 'billing.manage',
  'billing_plans.edit': 'billing.manage',
  'billing_plans.update': 'billing.manage',
  'billing_cancellations.store': 'billing.manage',
  'billing_cancellations.destroy': 'billing.manage',
  'billing_portals.store': 'billing.manage',
  'spend_caps.update': 'billing.manage',
  'api.plan.show': 'team.read',
} as const satisfies RouteRights

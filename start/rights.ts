import { accountRights } from '#accounts/rights'
import type { RouteRight } from '#accounts/route_rights'
import { billingRights } from '#billing/rights'
import type { ScannedRoutes } from '#generated/routes'
import { intelligenceRights } from '#intelligence/rights'
import { llmRights } from '#llm/rights'
import { opsRights } from '#ops/rights'
import { projectRights } from '#projects/rights'
import { workflowRouteRights } from '#workflows/rights'

/** `dev.ui` is there in development only. */
type RouteName = Exclude<keyof ScannedRoutes['ALL'], 'dev.ui'>

/**
 * Who may call each route. A route that is missing here does not compile; add it to `rights.ts` of its domain.
 * The middlewares that name the actor ask this before any controller runs, docs/routes.md is made of it, and
 * tests/functional/security/route_rights.spec.ts walks it.
 */
export const rights = {
  ...opsRights,
  ...accountRights,
  ...projectRights,
  ...workflowRouteRights,
  ...llmRights,
  ...billingRights,
  ...intelligenceRights,
  'live_streams.show': 'workflows.read',
  'mcp.store': 'token',
  'mcp.show': 'token',
  'mcp.destroy': 'token',
} satisfies Record<RouteName, RouteRight>

export const rightOf = (name: string | undefined): RouteRight | null =>
  (rights as Record<string, RouteRight>)[name ?? ''] ?? null

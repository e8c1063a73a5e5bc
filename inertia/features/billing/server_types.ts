/** The shapes of what the server sends, taken from where they are defined. Types only. */
export type { BillingOverview } from '#billing/queries/billing_overview'
export type { InvoiceLine } from '#billing/queries/list_invoices'
export type { PlanCard } from '#billing/queries/plan_cards'
export type { LimitState } from '#billing/queries/plan_usage'
export type { PlanChangePreview } from '#billing/queries/preview_plan_change'
export type { UsageReport } from '#billing/queries/usage_report'
export type { SpendingAllowance } from '#shared/contracts/entitlements'

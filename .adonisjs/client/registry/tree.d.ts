/* eslint-disable prettier/prettier */
import type { routes } from './index.ts'

export interface ApiDefinition {
  liveStreams: {
    show: typeof routes['live_streams.show']
  }
  home: typeof routes['home']
  dev: {
    mails: typeof routes['dev.mails']
  }
  dashboard: {
    show: typeof routes['dashboard.show']
  }
  auditEntries: {
    index: typeof routes['audit_entries.index']
  }
  auditExports: {
    show: typeof routes['audit_exports.show']
  }
  privacy: {
    show: typeof routes['privacy.show']
  }
  dataExports: {
    store: typeof routes['data_exports.store']
    show: typeof routes['data_exports.show']
  }
  accountDeletions: {
    store: typeof routes['account_deletions.store']
  }
  adminUsers: {
    index: typeof routes['admin_users.index']
  }
  adminTeams: {
    index: typeof routes['admin_teams.index']
  }
  adminConnections: {
    index: typeof routes['admin_connections.index']
  }
  adminQueue: {
    show: typeof routes['admin_queue.show']
  }
  jobReplays: {
    store: typeof routes['job_replays.store']
  }
  adminStripeEvents: {
    index: typeof routes['admin_stripe_events.index']
    store: typeof routes['admin_stripe_events.store']
  }
  adminFlags: {
    index: typeof routes['admin_flags.index']
    store: typeof routes['admin_flags.store']
    destroy: typeof routes['admin_flags.destroy']
  }
  adminAudit: {
    index: typeof routes['admin_audit.index']
  }
  userSuspensions: {
    store: typeof routes['user_suspensions.store']
    destroy: typeof routes['user_suspensions.destroy']
  }
  impersonations: {
    store: typeof routes['impersonations.store']
    destroy: typeof routes['impersonations.destroy']
  }
  legalDocuments: {
    terms: typeof routes['legal_documents.terms']
    privacy: typeof routes['legal_documents.privacy']
  }
  consents: {
    create: typeof routes['consents.create']
    store: typeof routes['consents.store']
  }
  projects: {
    index: typeof routes['projects.index']
    create: typeof routes['projects.create']
    store: typeof routes['projects.store']
    edit: typeof routes['projects.edit']
    update: typeof routes['projects.update']
    destroy: typeof routes['projects.destroy']
    show: typeof routes['projects.show']
  }
  hostIssues: {
    index: typeof routes['host_issues.index']
  }
  projectDelivery: {
    edit: typeof routes['project_delivery.edit']
    update: typeof routes['project_delivery.update']
  }
  connections: {
    index: typeof routes['connections.index']
    store: typeof routes['connections.store']
    destroy: typeof routes['connections.destroy']
    create: typeof routes['connections.create']
    callback: typeof routes['connections.callback']
  }
  connectionChecks: {
    store: typeof routes['connection_checks.store']
  }
  repositories: {
    index: typeof routes['repositories.index']
    store: typeof routes['repositories.store']
  }
  projectImports: {
    store: typeof routes['project_imports.store']
  }
  deliveries: {
    index: typeof routes['deliveries.index']
    update: typeof routes['deliveries.update']
  }
  webhookRepairs: {
    store: typeof routes['webhook_repairs.store']
  }
  modelSettings: {
    show: typeof routes['model_settings.show']
  }
  providerKeys: {
    store: typeof routes['provider_keys.store']
    destroy: typeof routes['provider_keys.destroy']
  }
  routingPolicies: {
    store: typeof routes['routing_policies.store']
    update: typeof routes['routing_policies.update']
    destroy: typeof routes['routing_policies.destroy']
  }
  dataPolicies: {
    update: typeof routes['data_policies.update']
    destroy: typeof routes['data_policies.destroy']
  }
  dataPolicyVersions: {
    store: typeof routes['data_policy_versions.store']
  }
  budgets: {
    index: typeof routes['budgets.index']
    store: typeof routes['budgets.store']
  }
  models: {
    index: typeof routes['models.index']
  }
  projectModels: {
    show: typeof routes['project_models.show']
  }
  workflowReceipts: {
    show: typeof routes['workflow_receipts.show']
  }
  workflows: {
    index: typeof routes['workflows.index']
    store: typeof routes['workflows.store']
    show: typeof routes['workflows.show']
  }
  benchmarks: {
    store: typeof routes['benchmarks.store']
  }
  workflowComparisons: {
    show: typeof routes['workflow_comparisons.show']
  }
  workflowRecords: {
    store: typeof routes['workflow_records.store']
    show: typeof routes['workflow_records.show']
  }
  workflowEvents: {
    index: typeof routes['workflow_events.index']
  }
  workflowArtifacts: {
    show: typeof routes['workflow_artifacts.show']
  }
  workflowLogs: {
    show: typeof routes['workflow_logs.show']
  }
  workflowCancellations: {
    store: typeof routes['workflow_cancellations.store']
  }
  workflowApprovals: {
    store: typeof routes['workflow_approvals.store']
  }
  requestedChanges: {
    store: typeof routes['requested_changes.store']
  }
  workflowPlans: {
    update: typeof routes['workflow_plans.update']
  }
  workflowMessages: {
    store: typeof routes['workflow_messages.store']
  }
  workflowExchanges: {
    index: typeof routes['workflow_exchanges.index']
    show: typeof routes['workflow_exchanges.show']
  }
  workflowReplays: {
    create: typeof routes['workflow_replays.create']
    store: typeof routes['workflow_replays.store']
  }
  workflowReruns: {
    store: typeof routes['workflow_reruns.store']
  }
  pricing: {
    show: typeof routes['pricing.show']
  }
  billing: {
    show: typeof routes['billing.show']
  }
  billingUsage: {
    show: typeof routes['billing_usage.show']
  }
  billingInvoices: {
    index: typeof routes['billing_invoices.index']
  }
  billingCheckouts: {
    store: typeof routes['billing_checkouts.store']
  }
  billingPlans: {
    edit: typeof routes['billing_plans.edit']
    update: typeof routes['billing_plans.update']
  }
  billingCancellations: {
    store: typeof routes['billing_cancellations.store']
    destroy: typeof routes['billing_cancellations.destroy']
  }
  billingPortals: {
    store: typeof routes['billing_portals.store']
  }
  spendCaps: {
    update: typeof routes['spend_caps.update']
  }
  maps: {
    index: typeof routes['maps.index']
    show: typeof routes['maps.show']
    summary: typeof routes['maps.summary']
  }
  mapRefreshes: {
    store: typeof routes['map_refreshes.store']
    destroy: typeof routes['map_refreshes.destroy']
  }
  mapViews: {
    show: typeof routes['map_views.show']
  }
  mapSearches: {
    show: typeof routes['map_searches.show']
  }
  mapMeanings: {
    show: typeof routes['map_meanings.show']
    store: typeof routes['map_meanings.store']
    destroy: typeof routes['map_meanings.destroy']
  }
  mapNodes: {
    show: typeof routes['map_nodes.show']
    neighbours: typeof routes['map_nodes.neighbours']
    way: typeof routes['map_nodes.way']
  }
  mapSources: {
    show: typeof routes['map_sources.show']
    history: typeof routes['map_sources.history']
  }
  mapExplanations: {
    show: typeof routes['map_explanations.show']
    store: typeof routes['map_explanations.store']
  }
  mapQuestions: {
    show: typeof routes['map_questions.show']
    store: typeof routes['map_questions.store']
  }
  mapImpacts: {
    show: typeof routes['map_impacts.show']
  }
  mapReports: {
    routes: typeof routes['map_reports.routes']
    schema: typeof routes['map_reports.schema']
    tests: typeof routes['map_reports.tests']
    timeline: typeof routes['map_reports.timeline']
    rules: typeof routes['map_reports.rules']
  }
  newAccount: {
    create: typeof routes['new_account.create']
    store: typeof routes['new_account.store']
  }
  session: {
    create: typeof routes['session.create']
    store: typeof routes['session.store']
    destroy: typeof routes['session.destroy']
  }
  apiTokens: {
    index: typeof routes['api_tokens.index']
    store: typeof routes['api_tokens.store']
    destroy: typeof routes['api_tokens.destroy']
  }
  oauthAuthorizations: {
    create: typeof routes['oauth_authorizations.create']
    store: typeof routes['oauth_authorizations.store']
  }
  oauthGrants: {
    index: typeof routes['oauth_grants.index']
    destroy: typeof routes['oauth_grants.destroy']
  }
  oauthClients: {
    store: typeof routes['oauth_clients.store']
  }
  oauthMetadata: {
    server: typeof routes['oauth_metadata.server']
    resource: typeof routes['oauth_metadata.resource']
    mcp: typeof routes['oauth_metadata.mcp']
  }
  secondFactors: {
    create: typeof routes['second_factors.create']
    store: typeof routes['second_factors.store']
  }
  passkeySignIns: {
    store: typeof routes['passkey_sign_ins.store']
  }
  passwordResets: {
    create: typeof routes['password_resets.create']
    store: typeof routes['password_resets.store']
    edit: typeof routes['password_resets.edit']
    update: typeof routes['password_resets.update']
  }
  emailVerifications: {
    edit: typeof routes['email_verifications.edit']
    update: typeof routes['email_verifications.update']
    store: typeof routes['email_verifications.store']
  }
  emailChanges: {
    edit: typeof routes['email_changes.edit']
    update: typeof routes['email_changes.update']
    store: typeof routes['email_changes.store']
  }
  passkeyChallenges: {
    store: typeof routes['passkey_challenges.store']
  }
  providerRounds: {
    create: typeof routes['provider_rounds.create']
    show: typeof routes['provider_rounds.show']
  }
  confirmations: {
    create: typeof routes['confirmations.create']
    store: typeof routes['confirmations.store']
  }
  linkedIdentities: {
    create: typeof routes['linked_identities.create']
    store: typeof routes['linked_identities.store']
    destroy: typeof routes['linked_identities.destroy']
  }
  profile: {
    edit: typeof routes['profile.edit']
    update: typeof routes['profile.update']
  }
  avatars: {
    update: typeof routes['avatars.update']
    destroy: typeof routes['avatars.destroy']
    show: typeof routes['avatars.show']
  }
  security: {
    show: typeof routes['security.show']
  }
  activeSessions: {
    index: typeof routes['active_sessions.index']
    destroyOthers: typeof routes['active_sessions.destroy_others']
    destroy: typeof routes['active_sessions.destroy']
  }
  passwords: {
    update: typeof routes['passwords.update']
  }
  totp: {
    store: typeof routes['totp.store']
    update: typeof routes['totp.update']
    destroy: typeof routes['totp.destroy']
  }
  recoveryCodes: {
    store: typeof routes['recovery_codes.store']
  }
  passkeys: {
    store: typeof routes['passkeys.store']
    update: typeof routes['passkeys.update']
    destroy: typeof routes['passkeys.destroy']
  }
  teams: {
    index: typeof routes['teams.index']
    store: typeof routes['teams.store']
    edit: typeof routes['teams.edit']
    update: typeof routes['teams.update']
    destroy: typeof routes['teams.destroy']
  }
  teamRestorations: {
    store: typeof routes['team_restorations.store']
  }
  invitationAcceptances: {
    store: typeof routes['invitation_acceptances.store']
  }
  secondFactorDemands: {
    update: typeof routes['second_factor_demands.update']
  }
  teamDangers: {
    show: typeof routes['team_dangers.show']
  }
  ownMemberships: {
    destroy: typeof routes['own_memberships.destroy']
  }
  ownershipTransfers: {
    store: typeof routes['ownership_transfers.store']
  }
  members: {
    index: typeof routes['members.index']
    update: typeof routes['members.update']
    destroy: typeof routes['members.destroy']
  }
  invitations: {
    store: typeof routes['invitations.store']
    destroy: typeof routes['invitations.destroy']
  }
  invitationDeliveries: {
    store: typeof routes['invitation_deliveries.store']
  }
  roles: {
    show: typeof routes['roles.show']
  }
  serviceTokens: {
    index: typeof routes['service_tokens.index']
    store: typeof routes['service_tokens.store']
    destroy: typeof routes['service_tokens.destroy']
  }
  receivedInvitations: {
    show: typeof routes['received_invitations.show']
  }
  invitedAccounts: {
    store: typeof routes['invited_accounts.store']
  }
}

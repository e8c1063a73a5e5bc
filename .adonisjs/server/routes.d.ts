import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'live_streams.show': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'id': ParamValue} }
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'jwks.show': { paramsTuple?: []; params?: {} }
    'home': { paramsTuple?: []; params?: {} }
    'dev.mails': { paramsTuple?: []; params?: {} }
    'dashboard.show': { paramsTuple?: []; params?: {} }
    'audit_entries.index': { paramsTuple?: []; params?: {} }
    'audit_exports.show': { paramsTuple?: []; params?: {} }
    'privacy.show': { paramsTuple?: []; params?: {} }
    'data_exports.store': { paramsTuple?: []; params?: {} }
    'data_exports.show': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'account_deletions.store': { paramsTuple?: []; params?: {} }
    'admin_users.index': { paramsTuple?: []; params?: {} }
    'admin_teams.index': { paramsTuple?: []; params?: {} }
    'admin_connections.index': { paramsTuple?: []; params?: {} }
    'admin_queue.show': { paramsTuple?: []; params?: {} }
    'job_replays.store': { paramsTuple?: []; params?: {} }
    'admin_stripe_events.index': { paramsTuple?: []; params?: {} }
    'admin_stripe_events.store': { paramsTuple?: []; params?: {} }
    'admin_flags.index': { paramsTuple?: []; params?: {} }
    'admin_flags.store': { paramsTuple?: []; params?: {} }
    'admin_flags.destroy': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'admin_audit.index': { paramsTuple?: []; params?: {} }
    'user_suspensions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'user_suspensions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'impersonations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'impersonations.destroy': { paramsTuple?: []; params?: {} }
    'legal_documents.terms': { paramsTuple?: []; params?: {} }
    'legal_documents.privacy': { paramsTuple?: []; params?: {} }
    'consents.create': { paramsTuple?: []; params?: {} }
    'consents.store': { paramsTuple?: []; params?: {} }
    'projects.index': { paramsTuple?: []; params?: {} }
    'projects.create': { paramsTuple?: []; params?: {} }
    'projects.store': { paramsTuple?: []; params?: {} }
    'projects.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'projects.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'host_issues.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'project_delivery.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'project_delivery.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'projects.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'connections.index': { paramsTuple?: []; params?: {} }
    'connections.store': { paramsTuple?: []; params?: {} }
    'connections.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'connection_checks.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'connections.create': { paramsTuple: [ParamValue]; params: {'host': ParamValue} }
    'connections.callback': { paramsTuple: [ParamValue]; params: {'host': ParamValue} }
    'repositories.index': { paramsTuple?: []; params?: {} }
    'repositories.store': { paramsTuple?: []; params?: {} }
    'project_imports.store': { paramsTuple?: []; params?: {} }
    'deliveries.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'deliveries.update': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'delivery': ParamValue} }
    'webhook_repairs.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'host_webhooks.store': { paramsTuple: [ParamValue]; params: {'host': ParamValue} }
    'host_webhooks.update': { paramsTuple: [ParamValue,ParamValue]; params: {'host': ParamValue,'id': ParamValue} }
    'model_settings.show': { paramsTuple?: []; params?: {} }
    'provider_keys.store': { paramsTuple?: []; params?: {} }
    'provider_keys.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'routing_policies.store': { paramsTuple?: []; params?: {} }
    'routing_policies.update': { paramsTuple?: []; params?: {} }
    'routing_policies.destroy': { paramsTuple?: []; params?: {} }
    'data_policies.update': { paramsTuple?: []; params?: {} }
    'data_policies.destroy': { paramsTuple?: []; params?: {} }
    'data_policy_versions.store': { paramsTuple?: []; params?: {} }
    'budgets.index': { paramsTuple?: []; params?: {} }
    'budgets.store': { paramsTuple?: []; params?: {} }
    'models.index': { paramsTuple?: []; params?: {} }
    'project_models.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_receipts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'projects.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflows.index': { paramsTuple?: []; params?: {} }
    'workflows.store': { paramsTuple?: []; params?: {} }
    'benchmarks.store': { paramsTuple?: []; params?: {} }
    'workflow_comparisons.show': { paramsTuple?: []; params?: {} }
    'workflow_records.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflows.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_events.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_artifacts.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'kind': ParamValue} }
    'workflow_logs.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'stepId': ParamValue} }
    'workflow_cancellations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_approvals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'requested_changes.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_plans.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_messages.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_exchanges.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_exchanges.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'exchangeId': ParamValue} }
    'workflow_records.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_replays.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_replays.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_reruns.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'stripe_webhooks.store': { paramsTuple?: []; params?: {} }
    'pricing.show': { paramsTuple?: []; params?: {} }
    'billing.show': { paramsTuple?: []; params?: {} }
    'billing_usage.show': { paramsTuple?: []; params?: {} }
    'billing_invoices.index': { paramsTuple?: []; params?: {} }
    'billing_checkouts.store': { paramsTuple?: []; params?: {} }
    'billing_plans.edit': { paramsTuple?: []; params?: {} }
    'billing_plans.update': { paramsTuple?: []; params?: {} }
    'billing_cancellations.store': { paramsTuple?: []; params?: {} }
    'billing_cancellations.destroy': { paramsTuple?: []; params?: {} }
    'billing_portals.store': { paramsTuple?: []; params?: {} }
    'spend_caps.update': { paramsTuple?: []; params?: {} }
    'maps.index': { paramsTuple?: []; params?: {} }
    'maps.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'maps.summary': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_refreshes.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_refreshes.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_views.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_searches.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_meanings.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_meanings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_meanings.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_nodes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_nodes.neighbours': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_nodes.way': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_sources.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_sources.history': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_explanations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_explanations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_questions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_questions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_impacts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_reports.routes': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_reports.schema': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_reports.tests': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_reports.timeline': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_reports.rules': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.openapi.show': { paramsTuple?: []; params?: {} }
    'api.audit_entries.index': { paramsTuple?: []; params?: {} }
    'api.audit_exports.show': { paramsTuple?: []; params?: {} }
    'api.admin_users.index': { paramsTuple?: []; params?: {} }
    'api.admin_users.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.admin_users.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.admin_teams.index': { paramsTuple?: []; params?: {} }
    'api.admin_connections.index': { paramsTuple?: []; params?: {} }
    'api.admin_queue.show': { paramsTuple?: []; params?: {} }
    'api.admin_queue.store': { paramsTuple?: []; params?: {} }
    'api.admin_flags.index': { paramsTuple?: []; params?: {} }
    'api.admin_flags.update': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'api.admin_flags.destroy': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'api.projects.index': { paramsTuple?: []; params?: {} }
    'api.projects.store': { paramsTuple?: []; params?: {} }
    'api.projects.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.projects.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.host_issues.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.project_delivery.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.project_delivery.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.repositories.index': { paramsTuple?: []; params?: {} }
    'api.repositories.store': { paramsTuple?: []; params?: {} }
    'api.models.index': { paramsTuple?: []; params?: {} }
    'api.routing_policies.show': { paramsTuple?: []; params?: {} }
    'api.routing_policies.update': { paramsTuple?: []; params?: {} }
    'api.routing_policies.destroy': { paramsTuple?: []; params?: {} }
    'api.routing_policy_versions.index': { paramsTuple?: []; params?: {} }
    'api.routing_policy_versions.store': { paramsTuple?: []; params?: {} }
    'api.data_policies.show': { paramsTuple?: []; params?: {} }
    'api.data_policies.update': { paramsTuple?: []; params?: {} }
    'api.data_policies.destroy': { paramsTuple?: []; params?: {} }
    'api.data_policy_versions.index': { paramsTuple?: []; params?: {} }
    'api.data_policy_versions.store': { paramsTuple?: []; params?: {} }
    'api.provider_keys.index': { paramsTuple?: []; params?: {} }
    'api.budgets.index': { paramsTuple?: []; params?: {} }
    'api.budgets.update': { paramsTuple?: []; params?: {} }
    'api.usage.index': { paramsTuple?: []; params?: {} }
    'api.workflow_receipts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflows.index': { paramsTuple?: []; params?: {} }
    'api.workflows.store': { paramsTuple?: []; params?: {} }
    'api.workflow_records.store': { paramsTuple?: []; params?: {} }
    'api.workflow_comparisons.show': { paramsTuple?: []; params?: {} }
    'api.workflows.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_events.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_streams.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_plans.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_plans.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_patches.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_verdicts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_cancellations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_approvals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.requested_changes.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_messages.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_messages.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_exchanges.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_exchanges.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'exchangeId': ParamValue} }
    'api.workflow_records.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_replays.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_reruns.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.benchmarks.index': { paramsTuple?: []; params?: {} }
    'api.benchmarks.store': { paramsTuple?: []; params?: {} }
    'api.maps.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.maps.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_searches.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_meanings.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_meanings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_meanings.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_symbols.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_callers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_paths.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_impacts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_questions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_questions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_routes.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_schemas.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_tests.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_rules.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.plan.show': { paramsTuple?: []; params?: {} }
    'mcp.store': { paramsTuple?: []; params?: {} }
    'mcp.show': { paramsTuple?: []; params?: {} }
    'mcp.destroy': { paramsTuple?: []; params?: {} }
    'new_account.create': { paramsTuple?: []; params?: {} }
    'new_account.store': { paramsTuple?: []; params?: {} }
    'session.create': { paramsTuple?: []; params?: {} }
    'session.store': { paramsTuple?: []; params?: {} }
    'session.destroy': { paramsTuple?: []; params?: {} }
    'api_tokens.index': { paramsTuple?: []; params?: {} }
    'api_tokens.store': { paramsTuple?: []; params?: {} }
    'api_tokens.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'oauth_authorizations.create': { paramsTuple?: []; params?: {} }
    'oauth_authorizations.store': { paramsTuple?: []; params?: {} }
    'oauth_grants.index': { paramsTuple?: []; params?: {} }
    'oauth_grants.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'oauth_clients.store': { paramsTuple?: []; params?: {} }
    'oauth_metadata.server': { paramsTuple?: []; params?: {} }
    'oauth_metadata.resource': { paramsTuple?: []; params?: {} }
    'oauth_metadata.mcp': { paramsTuple?: []; params?: {} }
    'second_factors.create': { paramsTuple?: []; params?: {} }
    'second_factors.store': { paramsTuple?: []; params?: {} }
    'passkey_sign_ins.store': { paramsTuple?: []; params?: {} }
    'password_resets.create': { paramsTuple?: []; params?: {} }
    'password_resets.store': { paramsTuple?: []; params?: {} }
    'password_resets.edit': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'password_resets.update': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'email_verifications.edit': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'email_verifications.update': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'email_changes.edit': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'email_changes.update': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'passkey_challenges.store': { paramsTuple?: []; params?: {} }
    'provider_rounds.create': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'provider_rounds.show': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'confirmations.create': { paramsTuple?: []; params?: {} }
    'confirmations.store': { paramsTuple?: []; params?: {} }
    'email_verifications.store': { paramsTuple?: []; params?: {} }
    'linked_identities.create': { paramsTuple?: []; params?: {} }
    'linked_identities.store': { paramsTuple?: []; params?: {} }
    'profile.edit': { paramsTuple?: []; params?: {} }
    'profile.update': { paramsTuple?: []; params?: {} }
    'avatars.update': { paramsTuple?: []; params?: {} }
    'avatars.destroy': { paramsTuple?: []; params?: {} }
    'security.show': { paramsTuple?: []; params?: {} }
    'active_sessions.index': { paramsTuple?: []; params?: {} }
    'email_changes.store': { paramsTuple?: []; params?: {} }
    'active_sessions.destroy_others': { paramsTuple?: []; params?: {} }
    'active_sessions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'passwords.update': { paramsTuple?: []; params?: {} }
    'totp.store': { paramsTuple?: []; params?: {} }
    'totp.update': { paramsTuple?: []; params?: {} }
    'totp.destroy': { paramsTuple?: []; params?: {} }
    'linked_identities.destroy': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'recovery_codes.store': { paramsTuple?: []; params?: {} }
    'passkeys.store': { paramsTuple?: []; params?: {} }
    'passkeys.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'passkeys.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'avatars.show': { paramsTuple: [ParamValue,ParamValue]; params: {'userId': ParamValue,'id': ParamValue} }
    'teams.index': { paramsTuple?: []; params?: {} }
    'teams.store': { paramsTuple?: []; params?: {} }
    'team_restorations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'invitation_acceptances.store': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'teams.edit': { paramsTuple?: []; params?: {} }
    'teams.update': { paramsTuple?: []; params?: {} }
    'second_factor_demands.update': { paramsTuple?: []; params?: {} }
    'teams.destroy': { paramsTuple?: []; params?: {} }
    'team_dangers.show': { paramsTuple?: []; params?: {} }
    'own_memberships.destroy': { paramsTuple?: []; params?: {} }
    'ownership_transfers.store': { paramsTuple?: []; params?: {} }
    'members.index': { paramsTuple?: []; params?: {} }
    'members.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'members.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'invitations.store': { paramsTuple?: []; params?: {} }
    'invitations.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'invitation_deliveries.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'roles.show': { paramsTuple?: []; params?: {} }
    'service_tokens.index': { paramsTuple?: []; params?: {} }
    'service_tokens.store': { paramsTuple?: []; params?: {} }
    'service_tokens.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'received_invitations.show': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'invited_accounts.store': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'api.me.show': { paramsTuple?: []; params?: {} }
    'api.own_tokens.index': { paramsTuple?: []; params?: {} }
    'api.own_tokens.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.oauth_tokens.store': { paramsTuple?: []; params?: {} }
    'api.oauth_revocations.store': { paramsTuple?: []; params?: {} }
    'api.teams.show': { paramsTuple?: []; params?: {} }
    'api.teams.update': { paramsTuple?: []; params?: {} }
    'api.members.index': { paramsTuple?: []; params?: {} }
    'api.members.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.members.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.invitations.index': { paramsTuple?: []; params?: {} }
    'api.invitations.store': { paramsTuple?: []; params?: {} }
    'api.invitations.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.invitation_deliveries.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.service_tokens.index': { paramsTuple?: []; params?: {} }
    'api.service_tokens.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.roles.index': { paramsTuple?: []; params?: {} }
  }
  GET: {
    'live_streams.show': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'id': ParamValue} }
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'jwks.show': { paramsTuple?: []; params?: {} }
    'home': { paramsTuple?: []; params?: {} }
    'dev.mails': { paramsTuple?: []; params?: {} }
    'dashboard.show': { paramsTuple?: []; params?: {} }
    'audit_entries.index': { paramsTuple?: []; params?: {} }
    'audit_exports.show': { paramsTuple?: []; params?: {} }
    'privacy.show': { paramsTuple?: []; params?: {} }
    'data_exports.show': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'admin_users.index': { paramsTuple?: []; params?: {} }
    'admin_teams.index': { paramsTuple?: []; params?: {} }
    'admin_connections.index': { paramsTuple?: []; params?: {} }
    'admin_queue.show': { paramsTuple?: []; params?: {} }
    'admin_stripe_events.index': { paramsTuple?: []; params?: {} }
    'admin_flags.index': { paramsTuple?: []; params?: {} }
    'admin_audit.index': { paramsTuple?: []; params?: {} }
    'legal_documents.terms': { paramsTuple?: []; params?: {} }
    'legal_documents.privacy': { paramsTuple?: []; params?: {} }
    'consents.create': { paramsTuple?: []; params?: {} }
    'projects.index': { paramsTuple?: []; params?: {} }
    'projects.create': { paramsTuple?: []; params?: {} }
    'projects.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'host_issues.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'project_delivery.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'connections.index': { paramsTuple?: []; params?: {} }
    'connections.create': { paramsTuple: [ParamValue]; params: {'host': ParamValue} }
    'connections.callback': { paramsTuple: [ParamValue]; params: {'host': ParamValue} }
    'repositories.index': { paramsTuple?: []; params?: {} }
    'deliveries.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'model_settings.show': { paramsTuple?: []; params?: {} }
    'budgets.index': { paramsTuple?: []; params?: {} }
    'models.index': { paramsTuple?: []; params?: {} }
    'project_models.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_receipts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'projects.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflows.index': { paramsTuple?: []; params?: {} }
    'workflow_comparisons.show': { paramsTuple?: []; params?: {} }
    'workflows.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_events.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_artifacts.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'kind': ParamValue} }
    'workflow_logs.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'stepId': ParamValue} }
    'workflow_exchanges.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_exchanges.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'exchangeId': ParamValue} }
    'workflow_records.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_replays.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'pricing.show': { paramsTuple?: []; params?: {} }
    'billing.show': { paramsTuple?: []; params?: {} }
    'billing_usage.show': { paramsTuple?: []; params?: {} }
    'billing_invoices.index': { paramsTuple?: []; params?: {} }
    'billing_plans.edit': { paramsTuple?: []; params?: {} }
    'maps.index': { paramsTuple?: []; params?: {} }
    'maps.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'maps.summary': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_views.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_searches.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_meanings.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_nodes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_nodes.neighbours': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_nodes.way': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_sources.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_sources.history': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_explanations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_questions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_impacts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_reports.routes': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_reports.schema': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_reports.tests': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_reports.timeline': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_reports.rules': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.openapi.show': { paramsTuple?: []; params?: {} }
    'api.audit_entries.index': { paramsTuple?: []; params?: {} }
    'api.audit_exports.show': { paramsTuple?: []; params?: {} }
    'api.admin_users.index': { paramsTuple?: []; params?: {} }
    'api.admin_teams.index': { paramsTuple?: []; params?: {} }
    'api.admin_connections.index': { paramsTuple?: []; params?: {} }
    'api.admin_queue.show': { paramsTuple?: []; params?: {} }
    'api.admin_flags.index': { paramsTuple?: []; params?: {} }
    'api.projects.index': { paramsTuple?: []; params?: {} }
    'api.projects.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.host_issues.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.project_delivery.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.repositories.index': { paramsTuple?: []; params?: {} }
    'api.models.index': { paramsTuple?: []; params?: {} }
    'api.routing_policies.show': { paramsTuple?: []; params?: {} }
    'api.routing_policy_versions.index': { paramsTuple?: []; params?: {} }
    'api.data_policies.show': { paramsTuple?: []; params?: {} }
    'api.data_policy_versions.index': { paramsTuple?: []; params?: {} }
    'api.provider_keys.index': { paramsTuple?: []; params?: {} }
    'api.budgets.index': { paramsTuple?: []; params?: {} }
    'api.usage.index': { paramsTuple?: []; params?: {} }
    'api.workflow_receipts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflows.index': { paramsTuple?: []; params?: {} }
    'api.workflow_comparisons.show': { paramsTuple?: []; params?: {} }
    'api.workflows.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_events.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_streams.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_plans.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_patches.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_verdicts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_messages.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_exchanges.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_exchanges.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'exchangeId': ParamValue} }
    'api.workflow_records.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.benchmarks.index': { paramsTuple?: []; params?: {} }
    'api.maps.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_searches.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_meanings.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_symbols.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_callers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_paths.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_impacts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_questions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_routes.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_schemas.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_tests.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_rules.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.plan.show': { paramsTuple?: []; params?: {} }
    'mcp.show': { paramsTuple?: []; params?: {} }
    'new_account.create': { paramsTuple?: []; params?: {} }
    'session.create': { paramsTuple?: []; params?: {} }
    'api_tokens.index': { paramsTuple?: []; params?: {} }
    'oauth_authorizations.create': { paramsTuple?: []; params?: {} }
    'oauth_grants.index': { paramsTuple?: []; params?: {} }
    'oauth_metadata.server': { paramsTuple?: []; params?: {} }
    'oauth_metadata.resource': { paramsTuple?: []; params?: {} }
    'oauth_metadata.mcp': { paramsTuple?: []; params?: {} }
    'second_factors.create': { paramsTuple?: []; params?: {} }
    'password_resets.create': { paramsTuple?: []; params?: {} }
    'password_resets.edit': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'email_verifications.edit': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'email_changes.edit': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'provider_rounds.create': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'provider_rounds.show': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'confirmations.create': { paramsTuple?: []; params?: {} }
    'linked_identities.create': { paramsTuple?: []; params?: {} }
    'profile.edit': { paramsTuple?: []; params?: {} }
    'security.show': { paramsTuple?: []; params?: {} }
    'active_sessions.index': { paramsTuple?: []; params?: {} }
    'avatars.show': { paramsTuple: [ParamValue,ParamValue]; params: {'userId': ParamValue,'id': ParamValue} }
    'teams.index': { paramsTuple?: []; params?: {} }
    'teams.edit': { paramsTuple?: []; params?: {} }
    'team_dangers.show': { paramsTuple?: []; params?: {} }
    'members.index': { paramsTuple?: []; params?: {} }
    'roles.show': { paramsTuple?: []; params?: {} }
    'service_tokens.index': { paramsTuple?: []; params?: {} }
    'received_invitations.show': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'api.me.show': { paramsTuple?: []; params?: {} }
    'api.own_tokens.index': { paramsTuple?: []; params?: {} }
    'api.teams.show': { paramsTuple?: []; params?: {} }
    'api.members.index': { paramsTuple?: []; params?: {} }
    'api.invitations.index': { paramsTuple?: []; params?: {} }
    'api.service_tokens.index': { paramsTuple?: []; params?: {} }
    'api.roles.index': { paramsTuple?: []; params?: {} }
  }
  HEAD: {
    'live_streams.show': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'id': ParamValue} }
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'jwks.show': { paramsTuple?: []; params?: {} }
    'home': { paramsTuple?: []; params?: {} }
    'dev.mails': { paramsTuple?: []; params?: {} }
    'dashboard.show': { paramsTuple?: []; params?: {} }
    'audit_entries.index': { paramsTuple?: []; params?: {} }
    'audit_exports.show': { paramsTuple?: []; params?: {} }
    'privacy.show': { paramsTuple?: []; params?: {} }
    'data_exports.show': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'admin_users.index': { paramsTuple?: []; params?: {} }
    'admin_teams.index': { paramsTuple?: []; params?: {} }
    'admin_connections.index': { paramsTuple?: []; params?: {} }
    'admin_queue.show': { paramsTuple?: []; params?: {} }
    'admin_stripe_events.index': { paramsTuple?: []; params?: {} }
    'admin_flags.index': { paramsTuple?: []; params?: {} }
    'admin_audit.index': { paramsTuple?: []; params?: {} }
    'legal_documents.terms': { paramsTuple?: []; params?: {} }
    'legal_documents.privacy': { paramsTuple?: []; params?: {} }
    'consents.create': { paramsTuple?: []; params?: {} }
    'projects.index': { paramsTuple?: []; params?: {} }
    'projects.create': { paramsTuple?: []; params?: {} }
    'projects.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'host_issues.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'project_delivery.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'connections.index': { paramsTuple?: []; params?: {} }
    'connections.create': { paramsTuple: [ParamValue]; params: {'host': ParamValue} }
    'connections.callback': { paramsTuple: [ParamValue]; params: {'host': ParamValue} }
    'repositories.index': { paramsTuple?: []; params?: {} }
    'deliveries.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'model_settings.show': { paramsTuple?: []; params?: {} }
    'budgets.index': { paramsTuple?: []; params?: {} }
    'models.index': { paramsTuple?: []; params?: {} }
    'project_models.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_receipts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'projects.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflows.index': { paramsTuple?: []; params?: {} }
    'workflow_comparisons.show': { paramsTuple?: []; params?: {} }
    'workflows.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_events.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_artifacts.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'kind': ParamValue} }
    'workflow_logs.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'stepId': ParamValue} }
    'workflow_exchanges.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_exchanges.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'exchangeId': ParamValue} }
    'workflow_records.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_replays.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'pricing.show': { paramsTuple?: []; params?: {} }
    'billing.show': { paramsTuple?: []; params?: {} }
    'billing_usage.show': { paramsTuple?: []; params?: {} }
    'billing_invoices.index': { paramsTuple?: []; params?: {} }
    'billing_plans.edit': { paramsTuple?: []; params?: {} }
    'maps.index': { paramsTuple?: []; params?: {} }
    'maps.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'maps.summary': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_views.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_searches.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_meanings.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_nodes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_nodes.neighbours': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_nodes.way': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_sources.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_sources.history': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_explanations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_questions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_impacts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_reports.routes': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_reports.schema': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_reports.tests': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_reports.timeline': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_reports.rules': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.openapi.show': { paramsTuple?: []; params?: {} }
    'api.audit_entries.index': { paramsTuple?: []; params?: {} }
    'api.audit_exports.show': { paramsTuple?: []; params?: {} }
    'api.admin_users.index': { paramsTuple?: []; params?: {} }
    'api.admin_teams.index': { paramsTuple?: []; params?: {} }
    'api.admin_connections.index': { paramsTuple?: []; params?: {} }
    'api.admin_queue.show': { paramsTuple?: []; params?: {} }
    'api.admin_flags.index': { paramsTuple?: []; params?: {} }
    'api.projects.index': { paramsTuple?: []; params?: {} }
    'api.projects.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.host_issues.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.project_delivery.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.repositories.index': { paramsTuple?: []; params?: {} }
    'api.models.index': { paramsTuple?: []; params?: {} }
    'api.routing_policies.show': { paramsTuple?: []; params?: {} }
    'api.routing_policy_versions.index': { paramsTuple?: []; params?: {} }
    'api.data_policies.show': { paramsTuple?: []; params?: {} }
    'api.data_policy_versions.index': { paramsTuple?: []; params?: {} }
    'api.provider_keys.index': { paramsTuple?: []; params?: {} }
    'api.budgets.index': { paramsTuple?: []; params?: {} }
    'api.usage.index': { paramsTuple?: []; params?: {} }
    'api.workflow_receipts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflows.index': { paramsTuple?: []; params?: {} }
    'api.workflow_comparisons.show': { paramsTuple?: []; params?: {} }
    'api.workflows.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_events.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_streams.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_plans.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_patches.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_verdicts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_messages.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_exchanges.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_exchanges.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'exchangeId': ParamValue} }
    'api.workflow_records.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.benchmarks.index': { paramsTuple?: []; params?: {} }
    'api.maps.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_searches.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_meanings.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_symbols.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_callers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_paths.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_impacts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_questions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_routes.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_schemas.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_tests.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_rules.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.plan.show': { paramsTuple?: []; params?: {} }
    'mcp.show': { paramsTuple?: []; params?: {} }
    'new_account.create': { paramsTuple?: []; params?: {} }
    'session.create': { paramsTuple?: []; params?: {} }
    'api_tokens.index': { paramsTuple?: []; params?: {} }
    'oauth_authorizations.create': { paramsTuple?: []; params?: {} }
    'oauth_grants.index': { paramsTuple?: []; params?: {} }
    'oauth_metadata.server': { paramsTuple?: []; params?: {} }
    'oauth_metadata.resource': { paramsTuple?: []; params?: {} }
    'oauth_metadata.mcp': { paramsTuple?: []; params?: {} }
    'second_factors.create': { paramsTuple?: []; params?: {} }
    'password_resets.create': { paramsTuple?: []; params?: {} }
    'password_resets.edit': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'email_verifications.edit': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'email_changes.edit': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'provider_rounds.create': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'provider_rounds.show': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'confirmations.create': { paramsTuple?: []; params?: {} }
    'linked_identities.create': { paramsTuple?: []; params?: {} }
    'profile.edit': { paramsTuple?: []; params?: {} }
    'security.show': { paramsTuple?: []; params?: {} }
    'active_sessions.index': { paramsTuple?: []; params?: {} }
    'avatars.show': { paramsTuple: [ParamValue,ParamValue]; params: {'userId': ParamValue,'id': ParamValue} }
    'teams.index': { paramsTuple?: []; params?: {} }
    'teams.edit': { paramsTuple?: []; params?: {} }
    'team_dangers.show': { paramsTuple?: []; params?: {} }
    'members.index': { paramsTuple?: []; params?: {} }
    'roles.show': { paramsTuple?: []; params?: {} }
    'service_tokens.index': { paramsTuple?: []; params?: {} }
    'received_invitations.show': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'api.me.show': { paramsTuple?: []; params?: {} }
    'api.own_tokens.index': { paramsTuple?: []; params?: {} }
    'api.teams.show': { paramsTuple?: []; params?: {} }
    'api.members.index': { paramsTuple?: []; params?: {} }
    'api.invitations.index': { paramsTuple?: []; params?: {} }
    'api.service_tokens.index': { paramsTuple?: []; params?: {} }
    'api.roles.index': { paramsTuple?: []; params?: {} }
  }
  POST: {
    'data_exports.store': { paramsTuple?: []; params?: {} }
    'account_deletions.store': { paramsTuple?: []; params?: {} }
    'job_replays.store': { paramsTuple?: []; params?: {} }
    'admin_stripe_events.store': { paramsTuple?: []; params?: {} }
    'admin_flags.store': { paramsTuple?: []; params?: {} }
    'user_suspensions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'impersonations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'consents.store': { paramsTuple?: []; params?: {} }
    'projects.store': { paramsTuple?: []; params?: {} }
    'connections.store': { paramsTuple?: []; params?: {} }
    'connection_checks.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'repositories.store': { paramsTuple?: []; params?: {} }
    'project_imports.store': { paramsTuple?: []; params?: {} }
    'webhook_repairs.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'host_webhooks.store': { paramsTuple: [ParamValue]; params: {'host': ParamValue} }
    'host_webhooks.update': { paramsTuple: [ParamValue,ParamValue]; params: {'host': ParamValue,'id': ParamValue} }
    'provider_keys.store': { paramsTuple?: []; params?: {} }
    'routing_policies.store': { paramsTuple?: []; params?: {} }
    'data_policy_versions.store': { paramsTuple?: []; params?: {} }
    'budgets.store': { paramsTuple?: []; params?: {} }
    'workflows.store': { paramsTuple?: []; params?: {} }
    'benchmarks.store': { paramsTuple?: []; params?: {} }
    'workflow_records.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_cancellations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_approvals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'requested_changes.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_messages.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_replays.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'workflow_reruns.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'stripe_webhooks.store': { paramsTuple?: []; params?: {} }
    'billing_checkouts.store': { paramsTuple?: []; params?: {} }
    'billing_cancellations.store': { paramsTuple?: []; params?: {} }
    'billing_portals.store': { paramsTuple?: []; params?: {} }
    'map_refreshes.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_meanings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_explanations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_questions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.admin_queue.store': { paramsTuple?: []; params?: {} }
    'api.projects.store': { paramsTuple?: []; params?: {} }
    'api.repositories.store': { paramsTuple?: []; params?: {} }
    'api.routing_policy_versions.store': { paramsTuple?: []; params?: {} }
    'api.data_policy_versions.store': { paramsTuple?: []; params?: {} }
    'api.workflows.store': { paramsTuple?: []; params?: {} }
    'api.workflow_records.store': { paramsTuple?: []; params?: {} }
    'api.workflow_cancellations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_approvals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.requested_changes.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_messages.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_replays.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workflow_reruns.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.benchmarks.store': { paramsTuple?: []; params?: {} }
    'api.maps.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_meanings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.map_questions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'mcp.store': { paramsTuple?: []; params?: {} }
    'new_account.store': { paramsTuple?: []; params?: {} }
    'session.store': { paramsTuple?: []; params?: {} }
    'session.destroy': { paramsTuple?: []; params?: {} }
    'api_tokens.store': { paramsTuple?: []; params?: {} }
    'oauth_authorizations.store': { paramsTuple?: []; params?: {} }
    'oauth_clients.store': { paramsTuple?: []; params?: {} }
    'second_factors.store': { paramsTuple?: []; params?: {} }
    'passkey_sign_ins.store': { paramsTuple?: []; params?: {} }
    'password_resets.store': { paramsTuple?: []; params?: {} }
    'passkey_challenges.store': { paramsTuple?: []; params?: {} }
    'confirmations.store': { paramsTuple?: []; params?: {} }
    'email_verifications.store': { paramsTuple?: []; params?: {} }
    'linked_identities.store': { paramsTuple?: []; params?: {} }
    'email_changes.store': { paramsTuple?: []; params?: {} }
    'totp.store': { paramsTuple?: []; params?: {} }
    'recovery_codes.store': { paramsTuple?: []; params?: {} }
    'passkeys.store': { paramsTuple?: []; params?: {} }
    'teams.store': { paramsTuple?: []; params?: {} }
    'team_restorations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'invitation_acceptances.store': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'ownership_transfers.store': { paramsTuple?: []; params?: {} }
    'invitations.store': { paramsTuple?: []; params?: {} }
    'invitation_deliveries.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'service_tokens.store': { paramsTuple?: []; params?: {} }
    'invited_accounts.store': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'api.oauth_tokens.store': { paramsTuple?: []; params?: {} }
    'api.oauth_revocations.store': { paramsTuple?: []; params?: {} }
    'api.invitations.store': { paramsTuple?: []; params?: {} }
    'api.invitation_deliveries.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  DELETE: {
    'admin_flags.destroy': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'user_suspensions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'impersonations.destroy': { paramsTuple?: []; params?: {} }
    'projects.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'connections.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'provider_keys.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'routing_policies.destroy': { paramsTuple?: []; params?: {} }
    'data_policies.destroy': { paramsTuple?: []; params?: {} }
    'billing_cancellations.destroy': { paramsTuple?: []; params?: {} }
    'map_refreshes.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'map_meanings.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.admin_users.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.admin_flags.destroy': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'api.projects.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.routing_policies.destroy': { paramsTuple?: []; params?: {} }
    'api.data_policies.destroy': { paramsTuple?: []; params?: {} }
    'api.map_meanings.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'mcp.destroy': { paramsTuple?: []; params?: {} }
    'api_tokens.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'oauth_grants.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'avatars.destroy': { paramsTuple?: []; params?: {} }
    'active_sessions.destroy_others': { paramsTuple?: []; params?: {} }
    'active_sessions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'totp.destroy': { paramsTuple?: []; params?: {} }
    'linked_identities.destroy': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'passkeys.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'teams.destroy': { paramsTuple?: []; params?: {} }
    'own_memberships.destroy': { paramsTuple?: []; params?: {} }
    'members.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'invitations.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'service_tokens.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.own_tokens.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.members.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.invitations.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.service_tokens.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  PATCH: {
    'projects.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'teams.update': { paramsTuple?: []; params?: {} }
    'members.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.teams.update': { paramsTuple?: []; params?: {} }
    'api.members.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  PUT: {
    'project_delivery.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'deliveries.update': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'delivery': ParamValue} }
    'routing_policies.update': { paramsTuple?: []; params?: {} }
    'data_policies.update': { paramsTuple?: []; params?: {} }
    'workflow_plans.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'billing_plans.update': { paramsTuple?: []; params?: {} }
    'spend_caps.update': { paramsTuple?: []; params?: {} }
    'api.admin_users.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.admin_flags.update': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'api.project_delivery.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.routing_policies.update': { paramsTuple?: []; params?: {} }
    'api.data_policies.update': { paramsTuple?: []; params?: {} }
    'api.budgets.update': { paramsTuple?: []; params?: {} }
    'api.workflow_plans.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'password_resets.update': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'email_verifications.update': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'email_changes.update': { paramsTuple: [ParamValue]; params: {'secret': ParamValue} }
    'profile.update': { paramsTuple?: []; params?: {} }
    'avatars.update': { paramsTuple?: []; params?: {} }
    'passwords.update': { paramsTuple?: []; params?: {} }
    'totp.update': { paramsTuple?: []; params?: {} }
    'passkeys.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'second_factor_demands.update': { paramsTuple?: []; params?: {} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}
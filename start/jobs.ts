import { forgetExpiredSecrets } from '#accounts/jobs/forget_expired_secrets'
import { mailExistingAccount } from '#accounts/jobs/mail_existing_account'
import { mailPasswordReset } from '#accounts/jobs/mail_password_reset'
import { cancelForDeletedTeam } from '#billing/jobs/cancel_for_deleted_team'
import { endCustomer } from '#billing/jobs/end_customer'
import { handleStripeEvent } from '#billing/jobs/handle_stripe_event'
import { reconcileAllUsage, reconcileUsage, reportAllUsage, reportUsage } from '#billing/jobs/meter_usage'
import { tendAccount, tendAccounts } from '#billing/jobs/tend_accounts'
import { tidySubscription } from '#billing/jobs/tidy_subscription'
import { indexMeaningJob } from '#intelligence/jobs/index_meaning'
import { mapRepositoryJob } from '#intelligence/jobs/map_repository'
import { releaseStaleHolds } from '#llm/jobs/release_stale_holds'
import { makeDataExport } from '#ops/jobs/make_data_export'
import { purgeDeletedPeople } from '#ops/jobs/purge_deleted_people'
import { purgeDeletedTeams } from '#ops/jobs/purge_deleted_teams'
import { checkConnection } from '#projects/jobs/check_connection'
import { checkConnections } from '#projects/jobs/check_connections'
import { ensureWebhook } from '#projects/jobs/ensure_webhook'
import { forgetDeliveries } from '#projects/jobs/forget_deliveries'
import { handleDelivery } from '#projects/jobs/handle_delivery'
import { removeWebhook } from '#projects/jobs/remove_webhook'
import { syncRepositories } from '#projects/jobs/sync_repositories'
import type { Job } from '#shared/jobs/job'
import type { Schedule } from '#shared/jobs/worker'
import { sendMail } from '#shared/mail/send_mail'
import { answerIssue } from '#workflows/jobs/answer_issue'
import { cancelWorkflows } from '#workflows/jobs/cancel_workflows'
import { pruneAllHistory, pruneHistory } from '#workflows/jobs/prune_history'
import { resumeStep } from '#workflows/jobs/resume_step'

const HOUR = 3_600_000

/** Every background job of the app; a job that is not here goes to the dead ones. */
export const jobs: readonly Job<never>[] = [
  handleStripeEvent,
  tendAccounts,
  tendAccount,
  tidySubscription,
  endCustomer,
  cancelForDeletedTeam,
  reportAllUsage,
  reportUsage,
  reconcileAllUsage,
  reconcileUsage,
  pruneAllHistory,
  pruneHistory,
  forgetExpiredSecrets,
  mailExistingAccount,
  mailPasswordReset,
  sendMail,
  mapRepositoryJob,
  indexMeaningJob,
  cancelWorkflows,
  resumeStep,
  answerIssue,
  purgeDeletedTeams,
  releaseStaleHolds,
  purgeDeletedPeople,
  makeDataExport,
  checkConnection,
  checkConnections,
  ensureWebhook,
  forgetDeliveries,
  handleDelivery,
  removeWebhook,
  syncRepositories,
]

/** What comes again by itself. */
export const schedules: readonly Schedule[] = [
  { job: forgetExpiredSecrets, everyMs: HOUR },
  { job: tendAccounts, everyMs: HOUR },
  { job: reportAllUsage, everyMs: HOUR / 6 },
  { job: reconcileAllUsage, everyMs: 24 * HOUR },
  { job: pruneAllHistory, everyMs: 24 * HOUR },
  { job: purgeDeletedTeams, everyMs: HOUR },
  { job: purgeDeletedPeople, everyMs: HOUR },
  { job: releaseStaleHolds, everyMs: HOUR / 4 },
  { job: checkConnections, everyMs: HOUR },
  { job: forgetDeliveries, everyMs: HOUR },
]

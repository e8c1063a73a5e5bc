import '@adonisjs/inertia/types'

import type React from 'react'
import type { Prettify } from '@adonisjs/core/types/common'

type ExtractProps<T> =
  T extends React.FC<infer Props>
    ? Prettify<Omit<Props, 'children'>>
    : T extends React.Component<infer Props>
      ? Prettify<Omit<Props, 'children'>>
      : never

declare module '@adonisjs/inertia/types' {
  export interface InertiaPages {
    'admin/audit': ExtractProps<(typeof import('../../inertia/pages/admin/audit.tsx'))['default']>
    'admin/connections': ExtractProps<(typeof import('../../inertia/pages/admin/connections.tsx'))['default']>
    'admin/flags': ExtractProps<(typeof import('../../inertia/pages/admin/flags.tsx'))['default']>
    'admin/queue': ExtractProps<(typeof import('../../inertia/pages/admin/queue.tsx'))['default']>
    'admin/stripe': ExtractProps<(typeof import('../../inertia/pages/admin/stripe.tsx'))['default']>
    'admin/teams': ExtractProps<(typeof import('../../inertia/pages/admin/teams.tsx'))['default']>
    'admin/users': ExtractProps<(typeof import('../../inertia/pages/admin/users.tsx'))['default']>
    'auth/authorize': ExtractProps<(typeof import('../../inertia/pages/auth/authorize.tsx'))['default']>
    'auth/change_email': ExtractProps<(typeof import('../../inertia/pages/auth/change_email.tsx'))['default']>
    'auth/confirm': ExtractProps<(typeof import('../../inertia/pages/auth/confirm.tsx'))['default']>
    'auth/connect': ExtractProps<(typeof import('../../inertia/pages/auth/connect.tsx'))['default']>
    'auth/consent': ExtractProps<(typeof import('../../inertia/pages/auth/consent.tsx'))['default']>
    'auth/forgot_password': ExtractProps<(typeof import('../../inertia/pages/auth/forgot_password.tsx'))['default']>
    'auth/invitation': ExtractProps<(typeof import('../../inertia/pages/auth/invitation.tsx'))['default']>
    'auth/login': ExtractProps<(typeof import('../../inertia/pages/auth/login.tsx'))['default']>
    'auth/reset_password': ExtractProps<(typeof import('../../inertia/pages/auth/reset_password.tsx'))['default']>
    'auth/second_factor': ExtractProps<(typeof import('../../inertia/pages/auth/second_factor.tsx'))['default']>
    'auth/signup': ExtractProps<(typeof import('../../inertia/pages/auth/signup.tsx'))['default']>
    'auth/verify_email': ExtractProps<(typeof import('../../inertia/pages/auth/verify_email.tsx'))['default']>
    'billing/change': ExtractProps<(typeof import('../../inertia/pages/billing/change.tsx'))['default']>
    'billing/invoices': ExtractProps<(typeof import('../../inertia/pages/billing/invoices.tsx'))['default']>
    'billing/pricing': ExtractProps<(typeof import('../../inertia/pages/billing/pricing.tsx'))['default']>
    'billing/show': ExtractProps<(typeof import('../../inertia/pages/billing/show.tsx'))['default']>
    'billing/usage': ExtractProps<(typeof import('../../inertia/pages/billing/usage.tsx'))['default']>
    'dashboard/show': ExtractProps<(typeof import('../../inertia/pages/dashboard/show.tsx'))['default']>
    'dev/mails': ExtractProps<(typeof import('../../inertia/pages/dev/mails.tsx'))['default']>
    'dev/ui': ExtractProps<(typeof import('../../inertia/pages/dev/ui.tsx'))['default']>
    'errors/forbidden': ExtractProps<(typeof import('../../inertia/pages/errors/forbidden.tsx'))['default']>
    'errors/not_found': ExtractProps<(typeof import('../../inertia/pages/errors/not_found.tsx'))['default']>
    'errors/plan_limit': ExtractProps<(typeof import('../../inertia/pages/errors/plan_limit.tsx'))['default']>
    'errors/server_error': ExtractProps<(typeof import('../../inertia/pages/errors/server_error.tsx'))['default']>
    'errors/too_many': ExtractProps<(typeof import('../../inertia/pages/errors/too_many.tsx'))['default']>
    'home': ExtractProps<(typeof import('../../inertia/pages/home.tsx'))['default']>
    'intelligence/index': ExtractProps<(typeof import('../../inertia/pages/intelligence/index.tsx'))['default']>
    'intelligence/show': ExtractProps<(typeof import('../../inertia/pages/intelligence/show.tsx'))['default']>
    'legal/privacy': ExtractProps<(typeof import('../../inertia/pages/legal/privacy.tsx'))['default']>
    'legal/terms': ExtractProps<(typeof import('../../inertia/pages/legal/terms.tsx'))['default']>
    'models/index': ExtractProps<(typeof import('../../inertia/pages/models/index.tsx'))['default']>
    'models/project': ExtractProps<(typeof import('../../inertia/pages/models/project.tsx'))['default']>
    'projects/create': ExtractProps<(typeof import('../../inertia/pages/projects/create.tsx'))['default']>
    'projects/deliveries': ExtractProps<(typeof import('../../inertia/pages/projects/deliveries.tsx'))['default']>
    'projects/delivery': ExtractProps<(typeof import('../../inertia/pages/projects/delivery.tsx'))['default']>
    'projects/edit': ExtractProps<(typeof import('../../inertia/pages/projects/edit.tsx'))['default']>
    'projects/index': ExtractProps<(typeof import('../../inertia/pages/projects/index.tsx'))['default']>
    'projects/show': ExtractProps<(typeof import('../../inertia/pages/projects/show.tsx'))['default']>
    'settings/apps': ExtractProps<(typeof import('../../inertia/pages/settings/apps.tsx'))['default']>
    'settings/audit': ExtractProps<(typeof import('../../inertia/pages/settings/audit.tsx'))['default']>
    'settings/budgets': ExtractProps<(typeof import('../../inertia/pages/settings/budgets.tsx'))['default']>
    'settings/connections': ExtractProps<(typeof import('../../inertia/pages/settings/connections.tsx'))['default']>
    'settings/danger': ExtractProps<(typeof import('../../inertia/pages/settings/danger.tsx'))['default']>
    'settings/members': ExtractProps<(typeof import('../../inertia/pages/settings/members.tsx'))['default']>
    'settings/models': ExtractProps<(typeof import('../../inertia/pages/settings/models.tsx'))['default']>
    'settings/privacy': ExtractProps<(typeof import('../../inertia/pages/settings/privacy.tsx'))['default']>
    'settings/profile': ExtractProps<(typeof import('../../inertia/pages/settings/profile.tsx'))['default']>
    'settings/roles': ExtractProps<(typeof import('../../inertia/pages/settings/roles.tsx'))['default']>
    'settings/security': ExtractProps<(typeof import('../../inertia/pages/settings/security.tsx'))['default']>
    'settings/service_tokens': ExtractProps<(typeof import('../../inertia/pages/settings/service_tokens.tsx'))['default']>
    'settings/sessions': ExtractProps<(typeof import('../../inertia/pages/settings/sessions.tsx'))['default']>
    'settings/team': ExtractProps<(typeof import('../../inertia/pages/settings/team.tsx'))['default']>
    'settings/tokens': ExtractProps<(typeof import('../../inertia/pages/settings/tokens.tsx'))['default']>
    'teams/index': ExtractProps<(typeof import('../../inertia/pages/teams/index.tsx'))['default']>
    'workflows/compare': ExtractProps<(typeof import('../../inertia/pages/workflows/compare.tsx'))['default']>
    'workflows/index': ExtractProps<(typeof import('../../inertia/pages/workflows/index.tsx'))['default']>
    'workflows/replay': ExtractProps<(typeof import('../../inertia/pages/workflows/replay.tsx'))['default']>
    'workflows/show': ExtractProps<(typeof import('../../inertia/pages/workflows/show.tsx'))['default']>
  }
}

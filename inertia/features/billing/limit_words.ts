import { formatMoney } from '~/lib/format_money'

type Format = (n: number) => string

const plain: Format = (n) => n.toLocaleString('en-US')

/** What a limit is called, and how its figures are read. */
export const LIMITS: Record<string, { label: string; format: Format }> = {
  members: { label: 'Members', format: plain },
  projects: { label: 'Projects', format: plain },
  concurrent_workflows: { label: 'Workflows at a time', format: plain },
  workflows_per_month: { label: 'Workflows this month', format: plain },
  sandbox_minutes_per_month: { label: 'Sandbox minutes this month', format: plain },
  platform_credit_micros_per_month: { label: 'Model usage this month', format: formatMoney },
}

const GIBIBYTE = 1024 ** 3

export const formatGibibytes = (bytes: number) => `${plain(bytes / GIBIBYTE)} GiB`

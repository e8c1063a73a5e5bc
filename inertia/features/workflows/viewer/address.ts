import type { StepName } from '../server_types.js'
import { isStepName } from '../step_order.js'

export const TABS = ['log', 'plan', 'diff', 'verdict', 'details'] as const
export type ViewerTab = (typeof TABS)[number]

/** What of the viewer a link can point at. Null means: whatever suits the workflow best. */
export interface ViewerAddress {
  tab: ViewerTab | null
  step: StepName | null
  attempt: number | null
  /** Line of the step's log, from 1. */
  line: number | null
  /** What is searched for in the log. */
  q: string
}

const MAX_QUERY = 200

const positive = (value: string | null) => (value && /^[1-9]\d{0,7}$/.test(value) ? Number(value) : null)

/** Reads a query string; what it does not know or understand it leaves out. */
export function parseAddress(search: string): ViewerAddress {
  const params = new URLSearchParams(search)
  const tab = params.get('tab')
  const step = params.get('step')
  return {
    tab: TABS.find((known) => known === tab) ?? null,
    step: isStepName(step) ? step : null,
    attempt: positive(params.get('attempt')),
    line: positive(params.get('line')),
    q: (params.get('q') ?? '').slice(0, MAX_QUERY),
  }
}

/** The query string of an address, empty or beginning with `?`; an attempt or line without its step is left out. */
export function formatAddress({ tab, step, attempt, line, q }: ViewerAddress): string {
  const params = new URLSearchParams()
  if (tab) params.set('tab', tab)
  if (step) params.set('step', step)
  if (step && attempt) params.set('attempt', String(attempt))
  if (step && line) params.set('line', String(line))
  if (q) params.set('q', q.slice(0, MAX_QUERY))
  const text = params.toString()
  return text ? `?${text}` : ''
}

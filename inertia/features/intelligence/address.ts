export const TABS = ['architecture', 'routes', 'data', 'tests', 'timeline', 'rules', 'impact', 'ask'] as const
export type MapTab = (typeof TABS)[number]
export const GROUPINGS = ['folders', 'layers'] as const
export const OVERLAYS = ['none', 'coverage', 'churn', 'edits', 'unresolved'] as const
export type MapOverlay = (typeof OVERLAYS)[number]
export const MODES = ['map', 'list'] as const
export const DIRECTIONS = ['users', 'used'] as const

/** What of the map a link can point at. */
export interface MapAddress {
  tab: MapTab
  /** Null: whatever suits the screen. */
  mode: (typeof MODES)[number] | null
  by: (typeof GROUPINGS)[number]
  /** Ids of opened folders, files and classes; null: whatever suits a first look. */
  open: string[] | null
  tests: boolean
  overlay: MapOverlay
  /** The workflow whose edits and impact are shown. */
  workflow: string | null
  /** What the panel tells about. */
  sel: string | null
  /** What the picture is about, in place of the whole repository. */
  focus: string | null
  dir: (typeof DIRECTIONS)[number]
  depth: number
  /** With `focus`: the way from there to here. */
  to: string | null
  q: string
  page: number
}

/** Goes to another place on the map. */
export type Go = (change: Partial<MapAddress>) => void

export const START: MapAddress = {
  tab: 'architecture',
  mode: null,
  by: 'folders',
  open: null,
  tests: false,
  overlay: 'none',
  workflow: null,
  sel: null,
  focus: null,
  dir: 'users',
  depth: 1,
  to: null,
  q: '',
  page: 1,
}

export const MAX_DEPTH = 4
const MAX_ID = 1400
const MAX_OPEN = 80
const MAX_QUERY = 200

const one = <T extends string>(options: readonly T[], value: string | null, otherwise: T): T =>
  options.find((option) => option === value) ?? otherwise

const idIn = (params: URLSearchParams, name: string) => {
  const value = params.get(name)
  return value && value.length <= MAX_ID ? value : null
}

const numberIn = (params: URLSearchParams, name: string, most: number) => {
  const value = params.get(name)
  return value && /^[1-9]\d{0,4}$/.test(value) ? Math.min(Number(value), most) : 1
}

/** Stands for nothing, so that it differs from not having said anything. */
export const NONE = '-'

function openIn(params: URLSearchParams): string[] | null {
  const ids = params.getAll('open').filter((id) => id && id.length <= MAX_ID)
  return ids.length === 0 ? null : ids.filter((id) => id !== NONE).slice(0, MAX_OPEN)
}

/** Reads a query string; what it does not know or understand it leaves out. */
export function parseAddress(search: string): MapAddress {
  const params = new URLSearchParams(search)
  const mode = params.get('mode')
  return {
    tab: one(TABS, params.get('tab'), START.tab),
    mode: MODES.find((known) => known === mode) ?? null,
    by: one(GROUPINGS, params.get('by'), START.by),
    open: openIn(params),
    tests: params.get('tests') === '1',
    overlay: one(OVERLAYS, params.get('overlay'), START.overlay),
    workflow: idIn(params, 'workflow'),
    sel: idIn(params, 'sel'),
    focus: idIn(params, 'focus'),
    dir: one(DIRECTIONS, params.get('dir'), START.dir),
    depth: numberIn(params, 'depth', MAX_DEPTH),
    to: idIn(params, 'to'),
    q: (params.get('q') ?? '').slice(0, MAX_QUERY),
    page: numberIn(params, 'page', 10_000),
  }
}

/** The query string of an address, empty or beginning with `?`; what is as at the start is left out. */
export function formatAddress(address: MapAddress): string {
  const params = new URLSearchParams()
  const { open, tests, ...single } = address
  for (const [key, value] of Object.entries(single)) {
    const start = START[key as keyof typeof single]
    if (value !== null && value !== '' && value !== start) params.set(key, String(value))
  }
  const ids = open?.length === 0 ? [NONE] : (open ?? [])
  for (const id of ids.slice(0, MAX_OPEN)) params.append('open', id)
  if (tests) params.set('tests', '1')
  const text = params.toString()
  return text ? `?${text}` : ''
}

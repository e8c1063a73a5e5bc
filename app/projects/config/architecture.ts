import { isMap, type ParsedNode } from 'yaml'
import type { ConfigReader } from './config_reader.js'

export interface Layer {
  name: string
  paths: string[]
  /** Names of the layers that this one may use besides itself; null: any. */
  mayUse: string[] | null
  line: number
}

/** What no file may do, whatever layer it is in. */
export interface ForbiddenUse {
  from: string[]
  to: string[]
  because: string | null
  line: number
}

/** `architecture:` of `.agentops.yml`; see docs/agentops-yml.md. */
export interface Architecture {
  layers: Layer[]
  forbid: ForbiddenUse[]
  /** Whether import cycles count as violations. */
  cycles: 'allow' | 'forbid'
}

const MAX_LAYERS = 40
const MAX_FORBIDDEN = 100
const MAX_NAME = 60
const MAX_REASON = 300

export function readArchitecture(reader: ConfigReader, node: ParsedNode): Architecture {
  const architecture: Architecture = { layers: [], forbid: [], cycles: 'allow' }
  const uses: { node: ParsedNode; path: string; names: string[] }[] = []
  reader.mapping(node, 'architecture', {
    layers: (value) => {
      architecture.layers = reader.list(value, 'architecture.layers', MAX_LAYERS, (item, path) =>
        readLayer(reader, item, path, uses)
      )
    },
    forbid: (value) => {
      architecture.forbid = reader.list(value, 'architecture.forbid', MAX_FORBIDDEN, (item, path) =>
        readForbidden(reader, item, path)
      )
    },
    cycles: (value) => {
      architecture.cycles = reader.oneOf(value, 'architecture.cycles', ['allow', 'forbid']) ?? 'allow'
    },
  })
  checkNames(reader, architecture.layers, uses)
  return architecture
}

type Uses = { node: ParsedNode; path: string; names: string[] }[]

function readLayer(reader: ConfigReader, node: ParsedNode, path: string, uses: Uses): Layer | null {
  const layer: Layer = { name: '', paths: [], mayUse: null, line: reader.lineOf(node) }
  reader.mapping(
    node,
    path,
    {
      name: (value) => {
        layer.name = reader.words(value, `${path}.name`, MAX_NAME) ?? ''
      },
      paths: (value) => {
        layer.paths = reader.patterns(value, `${path}.paths`)
      },
      may_use: (value) => {
        const names = reader.list(value, `${path}.may_use`, MAX_LAYERS, (item, at) =>
          reader.words(item, at, MAX_NAME)
        )
        layer.mayUse = names
        uses.push({ node: value, path: `${path}.may_use`, names })
      },
    },
    ['name', 'paths']
  )
  return isMap(node) ? layer : null
}

function readForbidden(reader: ConfigReader, node: ParsedNode, path: string): ForbiddenUse | null {
  const rule: ForbiddenUse = { from: [], to: [], because: null, line: reader.lineOf(node) }
  reader.mapping(
    node,
    path,
    {
      from: (value) => {
        rule.from = reader.patterns(value, `${path}.from`)
      },
      to: (value) => {
        rule.to = reader.patterns(value, `${path}.to`)
      },
      because: (value) => {
        rule.because = reader.words(value, `${path}.because`, MAX_REASON)
      },
    },
    ['from', 'to']
  )
  return isMap(node) ? rule : null
}

function checkNames(reader: ConfigReader, layers: Layer[], uses: Uses) {
  const names = new Set<string>()
  for (const { name, line } of layers) {
    if (name && names.has(name)) reader.failAt(line, `two layers are named "${name}"`)
    names.add(name)
  }
  for (const { node, path, names: wanted } of uses) {
    for (const name of wanted)
      if (!names.has(name)) reader.failNode(node, `"${path}" names "${name}", which is no layer of this file`)
  }
}

import { type TestRunner, testRunner } from '@agentops/engine/contract'
import { isMap, LineCounter, type ParsedNode, parseDocument } from 'yaml'
import { type Architecture, readArchitecture } from './architecture.js'
import { ConfigReader, type Fields, type Problem } from './config_reader.js'
import { readBytes, readCount, readDuration } from './quantities.js'

/** What a repository may lower for its runs; the names and units are those of the sandbox's limits. */
export type ConfigLimits = {
  memoryBytes?: number
  wallMs?: number
  cpuSeconds?: number
  processes?: number
  diskBytes?: number
  outputBytes?: number
}

/** `.agentops.yml` with every default filled in; see docs/agentops-yml.md. */
export type AgentopsConfig = {
  test: { command: string; runner: TestRunner | null; timeoutMs: number | null } | null
  install: string | null
  coverage: boolean
  paths: { include: string[]; exclude: string[] }
  limits: ConfigLimits
  architecture: Architecture | null
}

/** `line` and `column` are 1-based; `message` says what is wrong and what is expected. */
export type ConfigError = Problem
export type ParsedConfig = { ok: true; config: AgentopsConfig } | { ok: false; errors: ConfigError[] }

const maxCharacters = 64 * 1024
const maxErrors = 20

/** Reads the text of a repository's `.agentops.yml`. Never throws: the text is untrusted. */
export function parseAgentopsYml(text: string): ParsedConfig {
  if (text.length > maxCharacters)
    return refuse(`the file has ${text.length} characters, at most ${maxCharacters} are read`)
  try {
    return parse(text)
  } catch {
    return refuse('the file is nested too deeply to be read')
  }
}

function refuse(message: string): ParsedConfig {
  return { ok: false, errors: [{ line: 1, column: 1, message }] }
}

function parse(text: string): ParsedConfig {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true, schema: 'core' })
  const reader = new ConfigReader(lineCounter)
  for (const { pos, message } of [...document.errors, ...document.warnings])
    reader.fail(pos[0], lowerFirst(message))
  if (reader.problems.length === 0) reader.refuseAliases(document)
  const config = reader.problems.length === 0 ? readConfig(reader, document.contents) : defaults()
  const errors = reader.problems
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
    .slice(0, maxErrors)
  return errors.length > 0 ? { ok: false, errors } : { ok: true, config }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function defaults(): AgentopsConfig {
  return {
    test: null,
    install: null,
    coverage: true,
    paths: { include: [], exclude: [] },
    limits: {},
    architecture: null,
  }
}

function readConfig(reader: ConfigReader, root: ParsedNode | null): AgentopsConfig {
  const config = defaults()
  const fields: Fields = {
    test: (node) => {
      config.test = readTest(reader, node)
    },
    install: (node) => {
      config.install = reader.command(node, 'install')
    },
    coverage: (node) => {
      config.coverage = reader.boolean(node, 'coverage') ?? true
    },
    paths: (node) => {
      config.paths = readPaths(reader, node)
    },
    limits: (node) => {
      config.limits = readLimits(reader, node)
    },
    architecture: (node) => {
      config.architecture = readArchitecture(reader, node)
    },
  }
  if (root !== null) reader.mapping(root, '', fields)
  return config
}

function readTest(reader: ConfigReader, node: ParsedNode): AgentopsConfig['test'] {
  if (!isMap(node)) {
    const command = reader.command(node, 'test')
    return command === null ? null : { command, runner: null, timeoutMs: null }
  }
  let command: string | null = null
  let runner: TestRunner | null = null
  let timeoutMs: number | null = null
  reader.mapping(
    node,
    'test',
    {
      command: (value) => {
        command = reader.command(value, 'test.command')
      },
      runner: (value) => {
        runner = reader.oneOf(value, 'test.runner', testRunner.options)
      },
      timeout: (value) => {
        timeoutMs = reader.quantity(value, 'test.timeout', readDuration)
      },
    },
    ['command']
  )
  return command === null ? null : { command, runner, timeoutMs }
}

function readPaths(reader: ConfigReader, node: ParsedNode): AgentopsConfig['paths'] {
  const paths: AgentopsConfig['paths'] = { include: [], exclude: [] }
  reader.mapping(node, 'paths', {
    include: (value) => {
      paths.include = reader.patterns(value, 'paths.include')
    },
    exclude: (value) => {
      paths.exclude = reader.patterns(value, 'paths.exclude')
    },
  })
  return paths
}

function readLimits(reader: ConfigReader, node: ParsedNode): ConfigLimits {
  const limits: ConfigLimits = {}
  const field = (key: keyof ConfigLimits, name: string, read: typeof readBytes, divisor = 1) => ({
    [name]: (value: ParsedNode) => {
      const amount = reader.quantity(value, `limits.${name}`, read)
      if (amount !== null) limits[key] = Math.ceil(amount / divisor)
    },
  })
  reader.mapping(node, 'limits', {
    ...field('memoryBytes', 'memory', readBytes),
    ...field('wallMs', 'time', readDuration),
    ...field('cpuSeconds', 'cpu', readDuration, 1000),
    ...field('processes', 'processes', readCount),
    ...field('diskBytes', 'disk', readBytes),
    ...field('outputBytes', 'output', readBytes),
  })
  return limits
}

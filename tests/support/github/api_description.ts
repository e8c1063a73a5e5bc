import { createRequire } from 'node:module'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { Call, Reply } from '#tests/support/hosts/http_server'

interface Schema {
  $ref?: string
  type?: string
  properties?: Record<string, Schema>
  oneOf?: Schema[]
  anyOf?: Schema[]
}
interface Parameter {
  $ref?: string
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  schema: Schema
}
interface Operation {
  operationId: string
  parameters?: Parameter[]
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> }
  responses: Record<string, { $ref?: string; content?: Record<string, { schema: Schema }> }>
}
interface Description {
  paths: Record<string, Record<string, Operation>>
  components: { examples: Record<string, { value: unknown }> }
}

const require = createRequire(import.meta.url)
let loaded: ApiDescription | null = null

/** GitHub's published description of its REST API: what a request and an answer may be. */
export class ApiDescription {
  readonly #document: Description = require('@octokit/openapi/generated/api.github.com.json')
  readonly #paths: { pattern: RegExp; names: string[]; path: string; fixed: number }[]
  readonly #ajv = new Ajv({ strict: false, coerceTypes: false, allErrors: true, validateFormats: true })
  readonly #compiled = new Map<string, ValidateFunction>()

  private constructor() {
    allowNull(this.#document)
    addFormats.default(this.#ajv)
    this.#ajv.addSchema(this.#document as object, 'github')
    this.#paths = Object.keys(this.#document.paths).map((path) => {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
      const source = path.replace(/\{(\w+)\}/g, (_, name) =>
        ['ref', 'branch', 'path'].includes(name) ? '(.+)' : '([^/]+)'
      )
      return { pattern: new RegExp(`^${source}$`), names, path, fixed: path.replace(/\{\w+\}/g, '').length }
    })
    // the more of it is fixed, the nearer it is meant
    this.#paths.sort((one, other) => other.fixed - one.fixed)
  }

  static load() {
    loaded ??= new ApiDescription()
    return loaded
  }

  /** A copy of one of the description's examples, to be filled with what a test has. */
  example(name: string): Record<string, unknown> {
    const value = this.#document.components.examples[name]?.value
    if (!value) throw new Error(`GitHub's description has no example ${name}`)
    return structuredClone(Array.isArray(value) ? value[0] : value) as Record<string, unknown>
  }

  /** What is wrong with a request; empty when it is as described. */
  problemsOf(call: Call, path: string): string[] {
    const found = this.#find(call.method, path)
    if (!found) return [`${call.method} ${path} is not in GitHub's description`]
    const { operation, params, template } = found
    const problems: string[] = []
    const parameters = (operation.parameters ?? []).map((one) => this.#resolve<Parameter>(one))
    for (const { name, in: place, required, schema } of parameters) {
      const value = place === 'path' ? params[name] : place === 'query' ? call.query.get(name) : undefined
      if (place === 'header') continue
      if (value === null || value === undefined) {
        if (required) problems.push(`${place} parameter ${name} is missing`)
        continue
      }
      problems.push(...this.#check(`${template} ${name}`, schema, coerced(value, this.#resolve(schema))))
    }
    const known = new Set(parameters.filter((one) => one.in === 'query').map(({ name }) => name))
    for (const name of call.query.keys())
      if (!known.has(name)) problems.push(`query parameter ${name} is unknown`)
    return [...problems, ...this.#bodyProblems(operation, call, template)].map(
      (problem) => `${operation.operationId}: ${problem}`
    )
  }

  /** What is wrong with an answer of the stand-in itself. */
  answerProblemsOf(call: Call, path: string, reply: Reply): string[] {
    const found = this.#find(call.method, path)
    if (!found || reply.status >= 300 || reply.body === undefined) return []
    const answer = found.operation.responses[String(reply.status)]
    if (!answer) return [`${found.operation.operationId} never answers ${reply.status}`]
    const schema = this.#resolve<typeof answer>(answer).content?.['application/json']?.schema
    if (!schema) return []
    return this.#check(`${call.method} ${found.template} ${reply.status}`, schema, reply.body).map(
      (problem) => `answer of ${found.operation.operationId}: ${problem}`
    )
  }

  #bodyProblems({ requestBody }: Operation, call: Call, template: string): string[] {
    if (!requestBody)
      return call.body.length > 0 && call.body.toString() !== '{}' ? ['no body is expected'] : []
    const schema = requestBody.content['application/json']?.schema
    if (!schema) return []
    if (call.body.length === 0) return requestBody.required ? ['the body is missing'] : []
    const problems = this.#check(`${call.method} ${template} body`, schema, call.data)
    const { properties, oneOf, anyOf } = this.#resolve<Schema>(schema)
    if (!properties || oneOf || anyOf) return problems
    const unknown = Object.keys(call.data).filter((name) => !(name in properties))
    return [...problems, ...unknown.map((name) => `the body's ${name} is unknown`)]
  }

  #find(method: string, path: string) {
    for (const { pattern, names, path: template } of this.#paths) {
      const match = pattern.exec(path)
      const operation = match && this.#document.paths[template]![method.toLowerCase()]
      if (!operation) continue
      const params = Object.fromEntries(
        names.map((name, index) => [name, decodeURIComponent(match[index + 1]!)])
      )
      return { operation, params, template }
    }
    return null
  }

  #check(key: string, schema: Schema, value: unknown): string[] {
    let validate = this.#compiled.get(key)
    if (!validate) {
      validate = this.#ajv.compile(absolute(schema) as object)
      this.#compiled.set(key, validate)
    }
    if (validate(value)) return []
    return (validate.errors ?? [])
      .slice(0, 3)
      .map(({ instancePath, message }) => `${key}${instancePath} ${message}`)
  }

  #resolve<T>(thing: { $ref?: string }): T {
    if (!thing.$ref) return thing as T
    const steps = thing.$ref.slice(2).split('/')
    return steps.reduce((at: unknown, step) => (at as Record<string, unknown>)[step], this.#document) as T
  }
}

/** Queries and paths are text; the description speaks of numbers and flags. */
function coerced(value: string, { type }: Schema): unknown {
  if (type === 'integer' || type === 'number') return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value
  if (type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value
  return value
}

/** In the description's dialect a nullable schema allows null without listing it; JSON Schema wants it listed. */
function allowNull(schema: unknown) {
  if (typeof schema !== 'object' || schema === null) return
  for (const value of Object.values(schema)) allowNull(value)
  const { nullable, type, enum: choices } = schema as { nullable?: boolean; type?: string; enum?: unknown[] }
  if (nullable !== true) return
  if (Array.isArray(choices) && !choices.includes(null)) choices.push(null)
  if (type) return
  const { nullable: _, ...rest } = schema as Record<string, unknown>
  for (const key of Object.keys(schema)) delete (schema as Record<string, unknown>)[key]
  Object.assign(schema, { anyOf: [rest, { type: 'null' }] })
}

/** References within the document, as seen from outside. */
function absolute(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(absolute)
  if (typeof schema !== 'object' || schema === null) return schema
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) =>
      key === '$ref' && typeof value === 'string' && value.startsWith('#')
        ? [key, `github${value}`]
        : [key, absolute(value)]
    )
  )
}

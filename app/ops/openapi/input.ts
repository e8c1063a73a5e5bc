import type { Operation, Schema } from '#shared/api/operation'

interface ObjectSchema extends Schema {
  properties: Record<string, Schema>
  required?: string[]
}

/** What a query string or header can carry; a validator also takes what a form may send. */
const headerName = (name: string) =>
  name.replace(/(^|-)([a-z])/g, (_, dash, letter) => dash + letter.toUpperCase())

const parameters = (schema: ObjectSchema | undefined, place: 'query' | 'header') =>
  Object.entries(schema?.properties ?? {}).map(([name, property]) => ({
    name: place === 'header' ? headerName(name) : name,
    in: place,
    required: schema?.required?.includes(name) ?? false,
    schema: property,
  }))

/** Splits what a route's validator takes into header parameters and query parameters or a body. */
export function describeInput(operation: Operation, method: string) {
  if (!operation.input) return { parameters: [] }
  const { properties, required = [], ...rest } = operation.input.toJSONSchema() as ObjectSchema
  const { headers, ...fields } = properties
  const schema: ObjectSchema = {
    ...rest,
    properties: fields,
    required: required.filter((name) => name !== 'headers'),
  }
  const headerParameters = parameters(headers as ObjectSchema | undefined, 'header')
  if (method === 'GET') return { parameters: [...headerParameters, ...parameters(schema, 'query')] }
  return {
    parameters: headerParameters,
    requestBody: { required: true, content: { 'application/json': { schema } } },
  }
}

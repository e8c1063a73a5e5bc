import { accountOperations } from '#accounts/api_operations'
import { teamOperations } from '#accounts/team_api_operations'
import { billingOperations, billingSchemas } from '#billing/api_operations'
import { mapOperations } from '#intelligence/api_operations'
import { mapSchemas } from '#intelligence/api_schemas'
import { modelOperations, modelSchemas } from '#llm/api_operations'
import { adminOperations } from '#ops/admin_api_operations'
import { auditOperations } from '#ops/audit_api_operations'
import { projectOperations, projectSchemas } from '#projects/api_operations'
import { json, type Operations, positive, type Schema, text } from '#shared/api/operation'
import { workflowOperations } from '#workflows/api_operations'
import { workflowSchemas } from '#workflows/api_schemas'

const ownOperations: Operations = {
  'api.openapi.show': {
    summary: 'Describe this API',
    scope: 'public',
    responses: { 200: json('This document.', { type: 'object' }) },
  },
}

export const operations: Operations = {
  ...ownOperations,
  ...accountOperations,
  ...teamOperations,
  ...auditOperations,
  ...adminOperations,
  ...projectOperations,
  ...modelOperations,
  ...workflowOperations,
  ...mapOperations,
  ...billingOperations,
}

const problem: Schema = {
  type: 'object',
  description: 'Problem details (RFC 9457).',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: text,
    title: text,
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: { type: 'string', description: 'What happened and what to do.' },
    requestId: { type: 'string', description: 'Name it when you report the problem.' },
    limit: {
      type: 'object',
      description: 'The limit of the plan that was reached, for 402.',
      required: ['name', 'max', 'used', 'resetsAt'],
      properties: {
        name: text,
        max: { type: 'integer' },
        used: { type: 'integer' },
        resetsAt: { type: ['string', 'null'], format: 'date-time' },
      },
    },
    errors: {
      type: 'array',
      description: 'One entry per field, for invalid input.',
      items: {
        type: 'object',
        required: ['field', 'message', 'rule'],
        properties: { field: text, message: text, rule: text },
      },
    },
  },
}

export const schemas: Record<string, Schema> = {
  Problem: problem,
  ...modelSchemas,
  ...projectSchemas,
  ...workflowSchemas,
  ...mapSchemas,
  ...billingSchemas,
}

export const rateLimitHeaders: Record<string, Schema> = {
  RateLimit: { description: 'What is left: requests `r`, seconds until the reset `t`.', schema: text },
  'RateLimit-Policy': {
    description: 'What is allowed: requests `q` in a window of `w` seconds.',
    schema: text,
  },
  'RateLimit-Limit': { description: 'Requests allowed in the window.', schema: positive },
  'RateLimit-Remaining': { description: 'Requests left in it.', schema: { type: 'integer', minimum: 0 } },
  'RateLimit-Reset': {
    description: 'Seconds until the window ends.',
    schema: { type: 'integer', minimum: 0 },
  },
}

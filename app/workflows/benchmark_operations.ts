import { count, flag, id, json, type Operations, object, text, textOrNull, time } from '#shared/api/operation'
import { benchmarkValidator } from '#workflows/validators/benchmark'

const result = object({
  model: text,
  runs: count,
  finished: count,
  verified: count,
  costMicros: count,
  unpriced: flag,
  seconds: count,
})
const benchmark = object({
  id,
  tasks: count,
  capMicros: { type: ['integer', 'null'] },
  createdAt: time,
  createdBy: textOrNull,
  results: { type: 'array', items: result },
})

export const benchmarkOperations: Operations = {
  'api.benchmarks.index': {
    summary: 'List benchmarks of models',
    description: 'The newest five, with what each model has come to so far.',
    scope: 'read',
    responses: { 200: json('The benchmarks.', object({ data: { type: 'array', items: benchmark } })) },
  },
  'api.benchmarks.store': {
    summary: 'Have past tasks done again by other models',
    description:
      'Nothing is pushed; calls cost as any others. `capMicros` is shared out evenly among the workflows.',
    scope: 'admin',
    input: benchmarkValidator,
    responses: {
      201: json(
        'It has begun.',
        object({ id, workflows: count, limitMicros: { type: ['integer', 'null'] } })
      ),
    },
  },
}

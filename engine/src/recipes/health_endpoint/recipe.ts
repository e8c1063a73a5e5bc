import { parseHealth } from '../../intent/health.ts'
import type { HealthIntent } from '../../intent/intent.ts'
import type { Recipe, RecipeMatch } from '../contract.ts'
import { freeEstimate } from '../estimate.ts'
import { refusedByTests } from '../refusals.ts'
import { healthChange } from './change.ts'

const info = {
  name: 'health_endpoint',
  title: 'Add a health endpoint',
  sentence:
    'Adds GET /health, answering 200 with {"status":"ok"}, to an Express, Fastify, Koa, Hono or AdonisJS application, with its test.',
  example: 'Add a health endpoint',
}

function asHealth(match: RecipeMatch): HealthIntent {
  if (match.recipe !== 'health_endpoint')
    throw new TypeError(`Not a request for a health endpoint: ${match.recipe}`)
  return match
}

export const healthEndpoint: Recipe = {
  info,
  match: parseHealth,
  async plan(ctx, match) {
    const { path } = asHealth(match)
    const change = healthChange(ctx, path)
    if (change.kind === 'refused') return change
    const plan = {
      method: `recipe:${info.name}`,
      summary: `Add GET ${path} to the ${change.framework} application${change.untested ? ', without a test' : ', with its test'}.`,
      steps: [
        `Register GET ${path} before the other routes`,
        ...(change.untested ? [] : ['Write its test']),
        "Run the project's tests",
      ],
      files: change.edits.map(({ path: file }, at) => ({
        path: file,
        change: ctx.snapshot.has(file) ? ('edit' as const) : ('create' as const),
        why: at === 0 ? 'the application registers its routes here' : `asks ${path} and expects 200`,
      })),
      risks: [
        'Middleware that is registered before the route, such as authentication, applies to it too.',
        ...(change.untested ? [`No test: ${change.untested}.`] : []),
      ],
      tests: change.untested ? [] : [`GET ${path} answers 200 with status ok`],
      estimate: freeEstimate(1),
    }
    return { kind: 'plan', plan }
  },
  async generate(ctx, match, { feedback }) {
    if (feedback) return refusedByTests('The endpoint')
    const { path } = asHealth(match)
    const change = healthChange(ctx, path)
    if (change.kind === 'refused') return change
    ctx.progress(`Added GET ${path}`)
    const tested = change.untested
      ? `\n- No test was written: ${change.untested}.`
      : ` Its test is in ${change.edits.at(-1)!.path}.`
    return {
      kind: 'edits',
      edits: change.edits,
      summary: `Added GET ${path} to the ${change.framework} application.${tested}`,
    }
  },
}

import { defineConfig, stores } from '@adonisjs/limiter'
import type { InferLimiters } from '@adonisjs/limiter/types'
import { redisLimiterStore } from '#shared/limiter/redis_store'
import env from '#start/env'

const redisUrl = env.get('REDIS_URL')

/** One web process counts in memory; with several, `REDIS_URL` makes the counts common to all. */
const limiterConfig = defineConfig({
  default: redisUrl ? 'redis' : 'memory',
  // By this name alone the limiter knows that each limit has a memory of its own to clear.
  stores: { memory: stores.memory({}), redis: redisLimiterStore(redisUrl ?? '') },
})

export default limiterConfig

declare module '@adonisjs/limiter/types' {
  export interface LimitersList extends InferLimiters<typeof limiterConfig> {}
}

import string from '@adonisjs/core/helpers/string'
import app from '@adonisjs/core/services/app'
import RateLimiterBridge from '@adonisjs/limiter/stores/bridge'
import type { LimiterConsumptionOptions } from '@adonisjs/limiter/types'
import { Redis } from 'ioredis'
import { RateLimiterRedis } from 'rate-limiter-flexible'

const PREFIX = 'agentops_limit'

/** Counts kept in Redis, so that every web process sees the same. */
class RedisLimiterStore extends RateLimiterBridge {
  readonly name = 'redis'
  readonly #redis: Redis

  constructor(redis: Redis, { requests, duration, blockDuration }: LimiterConsumptionOptions) {
    super(
      new RateLimiterRedis({
        storeClient: redis,
        keyPrefix: PREFIX,
        points: requests,
        duration: string.seconds.parse(duration),
        ...(blockDuration ? { blockDuration: string.seconds.parse(blockDuration) } : {}),
      })
    )
    this.#redis = redis
  }

  async clear() {
    for await (const keys of this.#redis.scanStream({ match: `${PREFIX}:*` })) {
      if (keys.length > 0) await this.#redis.del(...keys)
    }
  }
}

let redis: Redis | null = null

function connect(url: string) {
  const connection = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1 })
  app.terminating(() => connection.disconnect())
  return connection
}

/** @param url as REDIS_URL has it; the connection is made with the first request that is counted */
export const redisLimiterStore = (url: string) => (options: LimiterConsumptionOptions) => {
  redis ??= connect(url)
  return new RedisLimiterStore(redis, options)
}

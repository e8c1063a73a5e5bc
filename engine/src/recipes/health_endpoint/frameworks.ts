export type Framework = 'express' | 'fastify' | 'koa' | 'hono' | 'adonisjs'

export const frameworks: Record<Framework, { title: string; package: string; constructor: RegExp }> = {
  express: { title: 'Express', package: 'express', constructor: /^(express)$/ },
  fastify: { title: 'Fastify', package: 'fastify', constructor: /^(fastify)$/i },
  koa: { title: 'Koa', package: 'koa', constructor: /^Koa$/i },
  hono: { title: 'Hono', package: 'hono', constructor: /^Hono$/ },
  adonisjs: { title: 'AdonisJS', package: '@adonisjs/core', constructor: /^$/ },
}

export const supported = Object.values(frameworks).map(({ title }) => title)

import { test } from '@japa/runner'
import { parseSource } from '../../src/recipes/syntax/parse.ts'
import { applied, changed, type Files, generate } from './context.ts'
import { Checkout } from './execution.ts'

const manifest = (dependency: string, script = 'node --test', more: Record<string, string> = {}) =>
  JSON.stringify({
    type: 'module',
    scripts: { test: script },
    dependencies: { [dependency]: '1.0.0', ...more },
  })

async function added(
  files: Files,
  task = 'add a health endpoint'
): Promise<{ files: Files; summary: string }> {
  const outcome = await generate(files, task)
  const result = changed(files, applied(files, outcome))
  for (const [path, text] of Object.entries(result))
    if (!parseSource(path, text)) throw new Error(`${path} does not parse:\n${text}`)
  return { files: result, summary: outcome.kind === 'edits' ? outcome.summary : '' }
}

test.group('health endpoint | Hono, really run', () => {
  const cases: [string, Files][] = [
    [
      'an exported application',
      {
        'src/app.ts':
          "import { Hono } from 'hono'\n\nexport const app = new Hono()\n\napp.use(async (_c, next) => next())\n\napp.get('/', (c) => c.text('hi'))\n",
      },
    ],
    [
      'a default export, chained',
      {
        'src/app.ts':
          "import { Hono } from 'hono'\n\nconst app = new Hono().get('/', (c) => c.text('hi'))\n\nexport default app\n",
      },
    ],
    [
      'a factory',
      {
        'src/app.ts':
          // biome-ignore lint/suspicious/noTemplateCurlyInString: the code of a project
          "import { Hono } from 'hono'\n\nexport async function createApp(prefix = '') {\n  const app = new Hono()\n  app.get(`${prefix}/`, (c) => c.text('hi'))\n  return app\n}\n",
      },
    ],
    [
      'a server that starts as it loads',
      {
        'src/server.ts':
          "import { serve } from '@hono/node-server'\nimport { Hono } from 'hono'\n\nconst app = new Hono()\nconst port = Number(process.env.PORT ?? 3000)\n\napp.get('/', (c) => c.text('hi'))\n\nserve({ fetch: app.fetch, port })\n",
      },
    ],
  ]
  for (const [name, source] of cases) {
    test(name, async ({ assert }) => {
      const files = { 'package.json': manifest('hono'), ...source }
      const result = await added(files)
      assert.include(
        result.files[Object.keys(source)[0]!]!,
        "app.get('/health', (c) => c.json({ status: 'ok' }))\n"
      )
      assert.isDefined(result.files['test/health.test.ts'])
      const run = await new Checkout({ ...files, ...result.files }, true).execute({
        id: 'suite',
        reason: '',
        argv: ['node', '--test'],
        overlay: [],
        env: {},
        coverage: false,
        timeoutMs: 60_000,
      })
      assert.equal(run.exitCode, 0, `${run.stdout}\n${run.stderr}`)
      assert.match(run.stdout, /pass 1\n/)
      const bare = await new Checkout(
        { ...files, 'test/health.test.ts': result.files['test/health.test.ts']! },
        true
      ).execute({
        id: 'bare',
        reason: '',
        argv: ['node', '--test'],
        overlay: [],
        env: {},
        coverage: false,
        timeoutMs: 60_000,
      })
      assert.equal(bare.exitCode, 1, 'the test has to fail without the route')
    }).timeout(60_000)
  }
})

test.group('health endpoint | other frameworks', () => {
  test('Express: before the routes, with its test on a free port', async ({ assert }) => {
    const files = {
      'package.json': JSON.stringify({
        scripts: { test: 'node --test' },
        dependencies: { express: '5.0.0' },
      }),
      'app.js':
        'const express = require("express");\n\nconst app = express();\napp.use(express.json());\n\n// Users\napp.get("/users", (req, res) => {\n    res.json([]);\n});\n\nmodule.exports = app;\n',
    }
    const result = await added(files)
    assert.equal(
      result.files['app.js'],
      files['app.js'].replace(
        '// Users',
        'app.get("/health", (_req, res) => {\n    res.json({ status: "ok" });\n});\n\n// Users'
      )
    )
    const text = result.files['test/health.test.js']!
    assert.include(text, 'const app = require("../app");')
    assert.include(text, 'const server = app.listen(0);\n')
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the code of a project
    assert.include(text, 'await fetch(`http://127.0.0.1:${port}/health`);')
    assert.match(text, /assert\.deepEqual\(await response\.json\(\), \{ status: "ok" \}\);/)
  })

  test('Express in TypeScript with supertest and Vitest', async ({ assert }) => {
    const files = {
      'package.json': manifest('express', 'vitest run', { supertest: '7.0.0', vitest: '4.0.0' }),
      'src/app.ts':
        "import express from 'express'\nimport { routes } from './routes.js'\n\nexport function createApp() {\n  const app = express()\n  app.use(express.json())\n  routes(app)\n  app.use((_req, res) => res.sendStatus(404))\n  return app\n}\n",
      'src/routes.ts':
        "import type { Express } from 'express'\nexport const routes = (app: Express) => app\n",
      'src/routes.spec.ts':
        "import { describe, expect, it } from 'vitest'\nimport { routes } from './routes.js'\n\ndescribe('routes', () => {\n  it('is there', () => {\n    expect(routes).toBeDefined()\n  })\n})\n",
    }
    const result = await added(files, 'add a GET /healthz endpoint')
    assert.include(
      result.files['src/app.ts']!,
      "  app.use(express.json())\n  app.get('/healthz', (_req, res) => {\n    res.json({ status: 'ok' })\n  })\n\n  routes(app)"
    )
    assert.equal(
      result.files['src/health.spec.ts'],
      "import request from 'supertest'\nimport { describe, expect, it } from 'vitest'\nimport { createApp } from './app.js'\n\ndescribe('health', () => {\n  it('GET /healthz answers 200 with status ok', async () => {\n    const app = createApp()\n    const response = await request(app).get('/healthz')\n    expect(response.status).toBe(200)\n    expect(response.body).toEqual({ status: 'ok' })\n  })\n})\n"
    )
  })

  test('Fastify: by inject', async ({ assert }) => {
    const files = {
      'package.json': manifest('fastify'),
      'src/app.ts':
        "import Fastify from 'fastify'\n\nexport async function build() {\n  const server = Fastify({ logger: false })\n  await server.register(import('./plugin.ts'))\n  return server\n}\n",
    }
    const result = await added(files)
    assert.include(
      result.files['src/app.ts']!,
      "  await server.register(import('./plugin.ts'))\n\n  server.get('/health', async () => ({ status: 'ok' }))\n  return server"
    )
    assert.include(
      result.files['test/health.test.ts']!,
      "const app = await build()\n    const response = await app.inject({ method: 'GET', url: '/health' })\n    await app.close()\n"
    )
  })

  test('Koa: on its router, or as a middleware', async ({ assert }) => {
    const router = {
      'package.json': manifest('koa'),
      'app.js':
        "import Router from '@koa/router'\nimport Koa from 'koa'\n\nconst app = new Koa()\nconst router = new Router()\n\nrouter.get('/', (ctx) => {\n  ctx.body = 'hi'\n})\n\napp.use(router.routes())\n\nexport { app }\n",
    }
    assert.include(
      (await added(router)).files['app.js']!,
      "const router = new Router()\n\nrouter.get('/health', (ctx) => {\n  ctx.body = { status: 'ok' }\n})\n"
    )
    const plain = {
      'package.json': manifest('koa'),
      'app.js':
        "import Koa from 'koa'\n\nexport const app = new Koa()\n\napp.use((ctx) => {\n  ctx.body = 'hi'\n})\n",
    }
    assert.include(
      (await added(plain)).files['app.js']!,
      "export const app = new Koa()\n\napp.use(async (ctx, next) => {\n  if (ctx.method !== 'GET' || ctx.path !== '/health') return next()\n  ctx.body = { status: 'ok' }\n})\n\napp.use("
    )
  })

  test('AdonisJS: in start/routes, with a functional test', async ({ assert }) => {
    const files = {
      'package.json': manifest('@adonisjs/core', 'node ace test'),
      'start/routes.ts':
        "import router from '@adonisjs/core/services/router'\n\nrouter.get('/', async () => 'hi')\n",
      'tests/bootstrap.ts':
        "import { apiClient } from '@japa/api-client'\n\nexport const plugins = [apiClient()]\n",
    }
    const result = await added(files)
    assert.include(
      result.files['start/routes.ts']!,
      "router.get('/health', async () => ({ status: 'ok' }))\n\nrouter.get('/'"
    )
    assert.include(
      result.files['tests/functional/health.spec.ts']!,
      "const response = await client.get('/health')"
    )
    const { 'tests/bootstrap.ts': _, ...bare } = files
    assert.match(
      (await added(bare)).summary,
      /No test was written: tests\/bootstrap does not set up an API client/
    )
  })

  test('a fixed port is said plainly', async ({ assert }) => {
    const files = {
      'package.json': manifest('express'),
      'server.js': "import express from 'express'\n\nconst app = express()\n\napp.listen(3000)\n",
    }
    const result = await added(files)
    assert.deepEqual(Object.keys(result.files), ['server.js'])
    assert.match(result.summary, /No test was written: server\.js listens on a fixed port/)
  })
})

test.group('health endpoint | refusals', () => {
  const app = "import { Hono } from 'hono'\n\nexport const app = new Hono()\n"
  const cases: [string, Files, string, RegExp][] = [
    [
      'it is there already',
      { 'package.json': manifest('hono'), 'a.ts': `${app}\napp.get('/health', (c) => c.text('ok'))\n` },
      'nothing_to_do',
      /a\.ts:5/,
    ],
    [
      'there is no known framework',
      { 'package.json': '{}', 'a.ts': 'export const a = 1\n' },
      'unsupported',
      /Express, Fastify, Koa, Hono, AdonisJS/,
    ],
    [
      'there are two applications',
      { 'package.json': manifest('hono'), 'a.ts': app, 'b.ts': app },
      'ambiguous',
      /app in a\.ts and app in b\.ts/,
    ],
  ]
  for (const [name, files, code, message] of cases) {
    test(name, async ({ assert }) => {
      const outcome = await generate(files, 'add a health endpoint')
      if (outcome.kind !== 'refused') throw new Error(JSON.stringify(outcome))
      assert.equal(outcome.refusal.code, code)
      assert.match(outcome.refusal.message, message)
    })
  }
})

import { indexPolicies } from '@adonisjs/bouncer'
import { indexEntities } from '@adonisjs/core'
import { defineConfig } from '@adonisjs/core/app'
import { indexPages } from '@adonisjs/inertia'
import { generateRegistry } from '@tuyau/core/hooks'

const fromApp = { source: 'app', importAlias: '#app' }

export default defineConfig({
  commands: [
    () => import('@adonisjs/core/commands'),
    () => import('@adonisjs/lucid/commands'),
    () => import('@adonisjs/inertia/commands'),
    () => import('@adonisjs/bouncer/commands'),
  ],

  providers: [
    () => import('@adonisjs/core/providers/app_provider'),
    () => import('@adonisjs/core/providers/hash_provider'),
    { file: () => import('@adonisjs/core/providers/repl_provider'), environment: ['repl', 'test'] },
    () => import('@adonisjs/core/providers/vinejs_provider'),
    () => import('@adonisjs/core/providers/edge_provider'),
    () => import('@adonisjs/session/session_provider'),
    () => import('#providers/assets_provider'),
    () => import('@adonisjs/shield/shield_provider'),
    () => import('@adonisjs/static/static_provider'),
    () => import('@adonisjs/lucid/database_provider'),
    () => import('@adonisjs/inertia/inertia_provider'),
    () => import('@adonisjs/auth/auth_provider'),
    () => import('@adonisjs/bouncer/bouncer_provider'),
    () => import('@adonisjs/limiter/limiter_provider'),
    () => import('@adonisjs/transmit/transmit_provider'),
    () => import('@adonisjs/mail/mail_provider'),
    () => import('#providers/database_provider'),
    () => import('#providers/entitlements_provider'),
    () => import('#providers/flags_provider'),
    () => import('#providers/shutdown_provider'),
  ],

  preloads: [
    () => import('#start/validator'),
    () => import('#start/kernel'),
    () => import('#start/routes'),
    () => import('#start/live'),
    () => import('#start/links'),
    () => import('#start/events'),
  ],

  tests: {
    suites: [
      { name: 'unit', files: ['tests/unit/**/*.spec.{ts,js}'], timeout: 60_000 },
      { name: 'architecture', files: ['tests/architecture/**/*.spec.{ts,js}'], timeout: 60_000 },
      { name: 'functional', files: ['tests/functional/**/*.spec.{ts,js}'], timeout: 180_000 },
      // Web, queue, worker, engine, sandbox and git together.
      { name: 'workflows', files: ['tests/workflows/**/*.spec.{ts,js}'], timeout: 180_000 },
      { name: 'browser', files: ['tests/browser/**/*.spec.{ts,js}'], timeout: 180_000 },
      { name: 'system', files: ['tests/system/**/*.spec.{ts,js}'], timeout: 300_000 },
    ],
    forceExit: true,
  },

  metaFiles: [
    { pattern: 'resources/views/**/*.edge', reloadServer: false },
    { pattern: 'public/**', reloadServer: false },
    { pattern: 'samples/**', reloadServer: false },
  ],

  hooks: {
    init: [
      indexEntities({
        controllers: { ...fromApp, glob: ['**/*_controller.ts'] },
        events: { ...fromApp, glob: ['**/events/*.ts'] },
        listeners: { ...fromApp, glob: ['**/listeners/*.ts'] },
        transformers: {
          enabled: true,
          ...fromApp,
          glob: ['**/*_transformer.ts'],
          withSharedProps: true,
          inertiaMiddlewareImportPath: '#shared/middleware/inertia_middleware',
        },
      }),
      indexPolicies({ ...fromApp, glob: ['**/*_policy.ts'] }),
      indexPages({ framework: 'react' }),
      // Pages link to pages; what programs and hosts call would only make the first load heavier.
      generateRegistry({ routes: { except: [/^(api|health|mcp|jwks|host_webhooks|stripe_webhooks)\./] } }),
    ],
    buildStarting: [() => import('@adonisjs/vite/build_hook')],
  },
})

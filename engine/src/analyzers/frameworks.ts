import type { Stack } from '../../contract/analysis.ts'
import type { Snapshot } from '../snapshots/snapshot.ts'
import { composerManifest, packageManifest, pythonFileMatching } from './manifest.ts'

type Framework = Stack['frameworks'][number]

const npmPackages: [name: string, dependency: string][] = [
  ['AdonisJS', '@adonisjs/core'],
  ['NestJS', '@nestjs/core'],
  ['Next.js', 'next'],
  ['Nuxt', 'nuxt'],
  ['Remix', '@remix-run/react'],
  ['React Router', '@react-router/dev'],
  ['SvelteKit', '@sveltejs/kit'],
  ['Astro', 'astro'],
  ['Express', 'express'],
  ['Fastify', 'fastify'],
  ['Koa', 'koa'],
  ['Hono', 'hono'],
  ['Inertia', '@inertiajs/react'],
  ['React', 'react'],
  ['Vue', 'vue'],
  ['Svelte', 'svelte'],
  ['Angular', '@angular/core'],
]

const composerPackages: [name: string, dependency: string][] = [
  ['Laravel', 'laravel/framework'],
  ['Symfony', 'symfony/framework-bundle'],
  ['Slim', 'slim/slim'],
]

const pythonPackages: [name: string, pattern: RegExp][] = [
  ['Django', /^\s*["']?django\b/im],
  ['Flask', /^\s*["']?flask\b/im],
  ['FastAPI', /^\s*["']?fastapi\b/im],
]

const goModules: [name: string, module: string][] = [
  ['Gin', 'github.com/gin-gonic/gin'],
  ['Echo', 'github.com/labstack/echo'],
  ['Fiber', 'github.com/gofiber/fiber'],
]

/** Frameworks that the root manifests name, with where each was found. */
export function frameworksOf(snapshot: Snapshot): Framework[] {
  const npm = packageManifest(snapshot)?.dependencies
  const composer = composerManifest(snapshot)?.dependencies
  const goMod = snapshot.read('go.mod') ?? ''
  const found: Framework[] = []
  for (const [name, dependency] of npmPackages) {
    if (npm?.has(dependency)) found.push({ name, reason: `package.json depends on ${dependency}` })
  }
  for (const [name, dependency] of composerPackages) {
    if (composer?.has(dependency)) found.push({ name, reason: `composer.json requires ${dependency}` })
  }
  for (const [name, pattern] of pythonPackages) {
    const file = pythonFileMatching(snapshot, pattern)
    if (file) found.push({ name, reason: `${file} names ${name}` })
  }
  for (const [name, module] of goModules) {
    if (goMod.includes(module)) found.push({ name, reason: `go.mod requires ${module}` })
  }
  return found
}

import { test } from '@japa/runner'
import { edgesIn, graphOf, routesIn } from './edges.ts'

test.group('what stands in front of routes', () => {
  test('named middleware of AdonisJS', async ({ assert }) => {
    const graph = await graphOf({
      'package.json':
        '{ "name": "web", "dependencies": { "@adonisjs/core": "7" }, "imports": { "#middleware/*": "./app/middleware/*.js" } }',
      'start/kernel.ts': `import router from '@adonisjs/core/services/router'
export const middleware = router.named({ auth: () => import('#middleware/auth_middleware') })
`,
      'start/routes.ts': `import router from '@adonisjs/core/services/router'
import { middleware } from './kernel.js'
router.get('/me', () => 'me').use(middleware.auth())
`,
      'app/middleware/auth_middleware.ts': 'export default class AuthMiddleware { handle() {} }\n',
    })
    assert.deepEqual(edgesIn(graph, 'guards'), [
      'app/middleware/auth_middleware.ts#AuthMiddleware guards start/routes.ts#GET|HEAD /me',
    ])
  })

  test('guards of NestJS and functions of Express', async ({ assert }) => {
    const nest = await graphOf({
      'package.json': '{ "name": "api", "dependencies": { "@nestjs/common": "11" } }',
      'src/roles.guard.ts': 'export class RolesGuard { canActivate() { return true } }\n',
      'src/cats.controller.ts': `import { Controller, Get, UseGuards } from '@nestjs/common'
import { RolesGuard } from './roles.guard'
@Controller('cats')
export class CatsController {
  @Get(':id') @UseGuards(RolesGuard) one() {}
  @Get() all() {}
}
`,
    })
    assert.deepEqual(edgesIn(nest, 'guards'), [
      'src/roles.guard.ts#RolesGuard guards src/cats.controller.ts#GET /cats/:id',
    ])
    const express = await graphOf({
      'package.json': '{ "name": "api", "dependencies": { "express": "5" } }',
      'auth.js':
        'export function signedIn(req, res, next) { next() }\nexport function role(name) { return (req, res, next) => next() }\n',
      'app.js': `import express from 'express'
import { role, signedIn } from './auth.js'
const app = express()
app.get('/bills', signedIn, role('owner'), (req, res) => res.json([]))
`,
    })
    const guards = express.edges.filter(({ kind }) => kind === 'guards')
    assert.sameMembers(edgesIn(express, 'guards'), [
      'auth.js#signedIn guards app.js#GET /bills',
      'auth.js#role guards app.js#GET /bills',
    ])
    assert.sameMembers(
      guards.map(({ provenance, confidence }) => `${provenance} ${confidence}`),
      ['framework 0.95', 'convention 0.6']
    )
  })

  test('aliases and groups of Laravel', async ({ assert }) => {
    const graph = await graphOf({
      'composer.json': '{ "autoload": { "psr-4": { "App\\\\": "app/" } } }',
      'app/Http/Kernel.php': `<?php
namespace App\\Http;
use App\\Http\\Middleware\\Paid;
class Kernel {
  protected $middlewareGroups = ['web' => [\\App\\Http\\Middleware\\Locale::class]];
  protected $middlewareAliases = ['paid' => Paid::class];
}
`,
      'app/Http/Middleware/Paid.php':
        '<?php\nnamespace App\\Http\\Middleware;\nclass Paid { function handle() {} }\n',
      'app/Http/Middleware/Locale.php':
        '<?php\nnamespace App\\Http\\Middleware;\nclass Locale { function handle() {} }\n',
      'routes/web.php': "<?php\nRoute::get('/bills', fn () => 1)->middleware('paid:yearly');\n",
    })
    assert.deepEqual(edgesIn(graph, 'guards'), [
      'app/Http/Middleware/Locale.php#Locale guards routes/web.php#GET|HEAD /bills',
      'app/Http/Middleware/Paid.php#Paid guards routes/web.php#GET|HEAD /bills',
    ])
  })

  test('listeners of Laravel that are listed, and those that are discovered', async ({ assert }) => {
    const graph = await graphOf({
      'composer.json': '{ "autoload": { "psr-4": { "App\\\\": "app/" } } }',
      'app/Events/Paid.php': '<?php\nnamespace App\\Events;\nclass Paid {}\n',
      'app/Events/Refunded.php': '<?php\nnamespace App\\Events;\nclass Refunded {}\n',
      'app/Listeners/Thank.php':
        '<?php\nnamespace App\\Listeners;\nclass Thank { public function handle($event) {} }\n',
      'app/Listeners/Book.php': `<?php
namespace App\\Listeners;
use App\\Events\\Refunded;
class Book { public function handleRefund(Refunded $event) {} }
`,
      'app/Providers/EventServiceProvider.php': `<?php
namespace App\\Providers;
use App\\Events\\Paid;
use App\\Listeners\\Thank;
class EventServiceProvider { protected $listen = [Paid::class => [Thank::class]]; }
`,
    })
    assert.sameMembers(edgesIn(graph, 'listens'), [
      'app/Listeners/Thank.php#Thank.handle listens app/Events/Paid.php#Paid',
      'app/Listeners/Book.php#Book.handleRefund listens app/Events/Refunded.php#Refunded',
    ])
  })

  test('routes of Remix by their files, and of React Router by its list', async ({ assert }) => {
    const remix = await graphOf({
      'package.json':
        '{ "name": "shop", "dependencies": { "@remix-run/react": "2", "@remix-run/node": "2" } }',
      'app/routes/_index.tsx': 'export default function Home() { return <p /> }\n',
      'app/routes/_auth.tsx': 'export default function Shell() { return <p /> }\n',
      'app/routes/_auth.login.tsx':
        'export const action = async () => null\nexport default function Login() { return <p /> }\n',
      'app/routes/users.$id_.edit/route.tsx':
        'export async function loader() {}\nexport default function Edit() { return <p /> }\n',
      'app/routes/users.$id_.edit/form.tsx': 'export default function Form() { return <p /> }\n',
      'app/routes/[sitemap.xml].ts': 'export const loader = () => null\n',
      'app/routes/files.$.ts': 'export const loader = () => null\n',
    })
    assert.deepEqual(routesIn(remix), [
      'GET / → app/routes/_index.tsx#Home',
      'GET /files/* → app/routes/files.$.ts#loader',
      'GET /login → app/routes/_auth.login.tsx#Login',
      'POST|PUT|PATCH|DELETE /login → app/routes/_auth.login.tsx#action',
      'GET /sitemap.xml → app/routes/[sitemap.xml].ts#loader',
      'GET /users/:id/edit → app/routes/users.$id_.edit/route.tsx#loader',
    ])
    const router = await graphOf({
      'package.json':
        '{ "name": "shop", "dependencies": { "@react-router/dev": "7", "@react-router/node": "7" } }',
      'app/routes.ts': `import { index, layout, prefix, route, type RouteConfig } from '@react-router/dev/routes'
export default [
  index('./home.tsx'),
  layout('./shell.tsx', [route('users/:id', './user.tsx', [route('edit', './edit.tsx')])]),
  ...prefix('admin', [index('./admin.tsx')]),
] satisfies RouteConfig
`,
      'app/home.tsx': 'export default function Home() { return <p /> }\n',
      'app/shell.tsx': 'export default function Shell() { return <p /> }\n',
      'app/user.tsx': 'export default function User() { return <p /> }\n',
      'app/edit.tsx': 'export default function Edit() { return <p /> }\n',
      'app/admin.tsx': 'export default function Admin() { return <p /> }\n',
    })
    assert.deepEqual(routesIn(router), [
      'GET / → app/home.tsx#Home',
      'GET /admin → app/admin.tsx#Admin',
      'GET /users/:id → app/user.tsx#User',
      'GET /users/:id/edit → app/edit.tsx#Edit',
    ])
  })
})

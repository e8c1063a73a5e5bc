import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { parse } from 'yaml'
import { appEnvironment, engineEnvironment } from '../../bin/supervisor/settings.js'

interface Service {
  build?: { target: string }
  environment?: Record<string, string | null>
  depends_on?: Record<string, { condition: string }>
  healthcheck?: object
  command?: string[]
  image?: string
  init?: boolean
}

const read = (path: string) => readFileSync(app.makePath(path), 'utf8')
const compose = (): { services: Record<string, Service> } =>
  parse(read('docker-compose.yml'), { merge: true })
const dockerfile = () => read('Dockerfile')
const named = () => [...read('.env.example').matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name!)

/** What only the database's own container is told. */
const ofDatabase = ['POSTGRES_PASSWORD', 'OWNER_DATABASE_PASSWORD', 'APP_DATABASE_PASSWORD']
/** The way out of a closed network, which every zone may need. */
const ofMachine = ['HTTPS_PROXY', 'NO_PROXY']
const ofModels = /^(OPENAI|ANTHROPIC|MISTRAL|OLLAMA)_|^AGENTOPS_MODELS$|^ENGINE_PRIVATE_/

test.group('Deployment files', () => {
  test('every variable of .env.example reaches the processes of its zone, and no other', ({ assert }) => {
    const { services } = compose()
    for (const name of named().filter((one) => !ofDatabase.includes(one))) {
      const apps = ofModels.test(name) ? [] : ['web', 'worker', 'prepare']
      const zone = ofModels.test(name) || ofMachine.includes(name) ? [...apps, 'engine'] : apps
      const told = ['web', 'worker', 'prepare', 'engine'].filter((one) =>
        Object.hasOwn(services[one]!.environment ?? {}, name)
      )
      // The app's address is no secret: the engine asks it for its keys.
      assert.sameMembers(told, name === 'APP_URL' ? [...zone, 'engine'] : zone, name)
    }
  })

  test('the supervisor hands the same variables on', ({ assert, ...context }) => {
    const before = { ...process.env }
    context.test.cleanup(() => {
      for (const name of named()) {
        if (before[name] === undefined) delete process.env[name]
        else process.env[name] = before[name]
      }
    })
    const own = ['APP_KEY', 'APP_URL', ...ofDatabase]
    for (const name of named().filter((one) => !own.includes(one))) {
      process.env[name] = 'given'
      const [toApp, toEngine] = [appEnvironment({}), engineEnvironment({})]
      assert.equal(toApp[name], ofModels.test(name) ? undefined : 'given', `${name} of web and worker`)
      const isTold = ofModels.test(name) || ofMachine.includes(name)
      assert.equal(toEngine[name], isTold ? 'given' : undefined, `${name} of the engine`)
    }
  })

  test('every service that is built names a target of the Dockerfile', ({ assert }) => {
    const targets = [...dockerfile().matchAll(/^FROM \S+ AS (\w+)$/gm)].map(([, name]) => name)
    const built = Object.values(compose().services).flatMap(({ build }) => build?.target ?? [])
    assert.includeMembers(targets, built)
    assert.includeMembers(built, ['web', 'worker', 'engine'])
  })

  test('one version of Node everywhere', ({ assert }) => {
    const manifest = JSON.parse(read('package.json'))
    const [major] = Object.entries<string>(manifest.optionalDependencies)
      .filter(([name]) => name.startsWith('node-linux'))
      .map(([, version]) => version.split('.')[0])
    const images = [...`${dockerfile()}\n${read('.gitlab-ci.yml')}`.matchAll(/node:(\d+)/g)]
    assert.isAbove(images.length, 3)
    for (const [image, version] of images) assert.equal(version, major, image)
  })

  test('a service waits only for what can be waited for', ({ assert }) => {
    const { services } = compose()
    for (const [name, { depends_on = {} }] of Object.entries(services)) {
      for (const [other, { condition }] of Object.entries(depends_on)) {
        const needed = condition === 'service_healthy' ? services[other]?.healthcheck : services[other]
        assert.exists(needed, `${name} waits for ${other}`)
      }
    }
  })

  test('the pipeline names steps that bin/ci has, and all of them', ({ assert }) => {
    const steps = [...read('bin/ci').matchAll(/(?:\{ name: |suite\()'([^']+)'/g)].map(([, name]) => name)
    const jobs = Object.values(parse(read('.gitlab-ci.yml'))).flatMap((job) =>
      typeof job === 'object' && job && 'script' in job ? (job.script as string[]) : []
    )
    const called = jobs.flatMap((line) =>
      [...line.matchAll(/"([^"]+)"|(?<= )([a-z]+)/g)].map(([, a, b]) => a ?? b)
    )
    assert.sameMembers(called, steps)
  })

  test('the sandbox has in its container what its README asks for', ({ assert }) => {
    const { worker } = compose().services
    assert.isTrue(worker?.init)
    const stage = dockerfile()
      .split(/^FROM /m)
      .find((stage) => stage.includes(' AS worker'))
    assert.include(stage, 'bubblewrap')
    assert.match(stage!, /USER node\nCMD/)
  })
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from '@japa/runner/core'
import { type EngineEvent, engineEvent } from '../../contract/stream.ts'
import { loadEnv } from '../../src/env.ts'
import type { LogFields } from '../../src/log.ts'
import { startEngine } from '../../src/start.ts'
import { AppKeys } from './app_keys.ts'
import { tarballOf } from './tarball.ts'

export type LogLine = LogFields & { level: string; message: string }

/** A running engine with the app's stand-in beside it, and what a worker does with it. */
export interface TestEngine {
  url: string
  keys: AppKeys
  dataDir: string
  logs: LogLine[]
  stop(): Promise<void>
  call(method: string, path: string, init?: RequestInit & { token?: string }): Promise<Response>
  /** Stores the files and returns the snapshot's id. */
  upload(files: Record<string, string>): Promise<string>
  /** Posts and reads the stream to its end. */
  events(path: string, body: unknown, token?: string): Promise<EngineEvent[]>
}

/** Starts an engine on a free port; it is stopped and its folder removed after the test. */
export async function testEngine(
  context: Pick<TestContext, 'test'>,
  env: Record<string, string> = {}
): Promise<TestEngine> {
  const keys = await AppKeys.start()
  const dataDir = await mkdtemp(join(tmpdir(), 'engine-test-'))
  const logs: LogLine[] = []
  const config = loadEnv({
    ENGINE_PORT: '0',
    ENGINE_DATA_DIR: dataDir,
    ENGINE_JWKS_URL: keys.jwksUrl,
    ...env,
  })
  const engine = await startEngine(config, (level, message, fields) =>
    logs.push({ level, message, ...fields })
  )
  context.test.cleanup(async () => {
    await engine.stop()
    keys.stop()
    await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  })
  const call: TestEngine['call'] = async (method, path, { token, ...init } = {}) => {
    const headers = new Headers(init.headers)
    headers.set('authorization', `Bearer ${token ?? (await keys.token())}`)
    return fetch(`${engine.url}${path}`, { ...init, method, headers })
  }
  return {
    url: engine.url,
    keys,
    dataDir,
    logs,
    stop: engine.stop,
    call,
    async upload(files) {
      const { id, gzipped } = await tarballOf(files)
      const response = await call('PUT', `/v1/snapshots/${id}`, { body: gzipped })
      if (response.status !== 201)
        throw new Error(`upload answered ${response.status}: ${await response.text()}`)
      return id
    },
    async events(path, body, token) {
      const given = token === undefined ? {} : { token }
      const response = await call('POST', path, { body: JSON.stringify(body), ...given })
      if (response.status !== 200)
        throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
      return eventsIn(await response.text())
    },
  }
}

/** The events of a complete stream, each checked against the contract. */
export function eventsIn(stream: string): EngineEvent[] {
  return stream
    .split('\n')
    .filter((line) => line.startsWith('data: '))
    .map((line) => engineEvent.parse(JSON.parse(line.slice('data: '.length))))
}

/** The last event, which must be of this type. */
export function lastOf<T extends EngineEvent['type']>(
  events: EngineEvent[],
  type: T
): Extract<EngineEvent, { type: T }> {
  const last = events.at(-1)
  if (last?.type !== type) throw new Error(`expected ${type} at the end but got ${JSON.stringify(last)}`)
  return last as Extract<EngineEvent, { type: T }>
}

export function allOf<T extends EngineEvent['type']>(
  events: EngineEvent[],
  type: T
): Extract<EngineEvent, { type: T }>[] {
  return events.filter((event) => event.type === type) as Extract<EngineEvent, { type: T }>[]
}

import { type Env, EnvError, loadEnv } from './env.ts'
import { jsonLog } from './log.ts'
import { startEngine } from './start.ts'

function fail(sentence: string): never {
  process.stderr.write(`engine: ${sentence}\n`)
  process.exit(1)
}

function readEnv(): Env {
  try {
    return loadEnv()
  } catch (error) {
    if (error instanceof EnvError) fail(error.message.replaceAll('\n', '\nengine: '))
    throw error
  }
}

function whyNotStarted(error: NodeJS.ErrnoException, env: Env): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `port ${env.port} on ${env.host} is taken. Stop what uses it, or set ENGINE_PORT.`
    case 'EACCES':
    case 'EROFS':
    case 'ENOTDIR':
      return `can not use ${error.path ?? `port ${env.port}`} (${error.code}). Set ENGINE_DATA_DIR to a folder that can be written, or another ENGINE_PORT.`
    default:
      return `could not start (${error.code ?? error.name}).`
  }
}

const env = readEnv()
const engine = await startEngine(env, jsonLog).catch((error) => fail(whyNotStarted(error, env)))
jsonLog('info', 'engine listens', {
  url: engine.url,
  models:
    env.models.join(',') ||
    'none: set OPENAI_API_KEY, ANTHROPIC_API_KEY, MISTRAL_API_KEY or OLLAMA_BASE_URL to add them',
})

let stopping = false
function stop() {
  if (stopping) return
  stopping = true
  void engine.stop().then(() => process.exit(0))
}
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, stop)
// The channel to the supervisor breaks when that one is killed; nobody would end this process then.
process.on('disconnect', stop)

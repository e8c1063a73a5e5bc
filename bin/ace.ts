/**
 * `npm run ace -- <command>`: a command of the application, in the environment of the instance that `npm start`
 * runs on the same data folder. `npm run ace -- list` names the commands.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { styleText } from 'node:util'
import { runningEmbeddedPostgres } from './supervisor/embedded_postgres.ts'
import { dataDir, root } from './supervisor/paths.ts'
import { addressFromEnvironment, appEnvironment, appKey, portFrom } from './supervisor/settings.ts'
import { Stop } from './supervisor/stop.ts'

/** @throws Stop when there is no database to work on */
function database() {
  const { DATABASE_URL, DATABASE_OWNER_URL } = process.env
  if (DATABASE_URL)
    return { embedded: false, appUrl: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL || DATABASE_URL }
  const running = runningEmbeddedPostgres(dataDir)
  if (running) return { embedded: true, ...running }
  throw new Stop(
    `AgentOps does not run on ${dataDir}. Start it with npm start, then run the command beside it.`
  )
}

function main() {
  const build = join(root, 'build')
  if (!existsSync(build))
    throw new Stop('AgentOps is not built yet. Run npm start once, then the command beside it.')
  const { embedded, appUrl, ownerUrl } = database()
  const address = addressFromEnvironment()
  const env = appEnvironment({
    NODE_ENV: 'production',
    APP_KEY: appKey(dataDir),
    APP_URL: address.appUrl,
    HOST: address.host,
    PORT: String(address.port),
    ENGINE_URL: process.env.ENGINE_URL || `http://127.0.0.1:${portFrom('ENGINE_PORT', 3334)}`,
    DATA_DIR: dataDir,
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    EMBEDDED: String(embedded),
  })
  const child = spawn(process.execPath, ['ace.js', ...process.argv.slice(2)], {
    cwd: build,
    env,
    stdio: 'inherit',
  })
  child.once('exit', (code) => process.exit(code ?? 1))
}

try {
  main()
} catch (error) {
  console.error(styleText('red', error instanceof Stop ? error.message : String(error)))
  process.exit(1)
}

/** Builds what `npm start` would build, for those who want it done before. */
import { buildWhenStale } from './supervisor/build.ts'
import { Stop } from './supervisor/stop.ts'

try {
  await buildWhenStale(process.env)
} catch (error) {
  if (!(error instanceof Stop)) throw error
  console.error(error.message)
  process.exitCode = 1
}

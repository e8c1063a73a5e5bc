import { join } from 'node:path'

/** What lies in a mirror's folder; nothing else of it is anywhere. */
export const repositoryOf = (mirrorDir: string) => join(mirrorDir, 'repository.git')
/** Touched whenever somebody asks for the mirror. */
export const usedOf = (mirrorDir: string) => join(mirrorDir, 'used')
export const lockOf = (mirrorDir: string) => join(mirrorDir, 'lock')
export const knownHostsOf = (mirrorDir: string) => join(mirrorDir, 'known_hosts')
export const snapshotsOf = (mirrorDir: string) => join(mirrorDir, 'snapshots')

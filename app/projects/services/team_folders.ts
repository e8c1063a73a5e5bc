import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import env from '#start/env'

/** Removes what this machine keeps of a team's repositories. */
export async function removeTeamFolders(teamId: string) {
  for (const kind of ['mirrors', 'remotes'])
    await rm(join(env.get('DATA_DIR'), kind, teamId), { recursive: true, force: true })
}

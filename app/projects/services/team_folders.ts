import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { withTeam } from '#accounts/services/tenancy'
import env from '#start/env'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Removes what this machine keeps of a team's repositories. */
export async function removeTeamFolders(teamId: string) {
  for (const kind of ['mirrors', 'remotes'])
    await rm(join(env.get('DATA_DIR'), kind, teamId), { recursive: true, force: true })
}

/**
 * Removes the mirrors of projects that are gone: a project is removed on one machine, and others may hold a mirror
 * of it, too.
 */
export async function removeForgottenMirrors() {
  const folder = join(env.get('DATA_DIR'), 'mirrors')
  for (const teamId of await readdir(folder).catch(() => [])) {
    if (!uuid.test(teamId)) continue
    const there = await readdir(join(folder, teamId))
    const known = new Set(
      await withTeam(teamId, async (trx) =>
        (await trx.from('projects').select('id')).map(({ id }: { id: string }) => id)
      )
    )
    const gone = there.filter((id) => uuid.test(id) && !known.has(id))
    for (const id of gone) await rm(join(folder, teamId, id), { recursive: true, force: true })
  }
}

import { withTeam } from '#accounts/services/tenancy'
import type { HostRepository } from '#projects/git/host_contract'
import { HostError } from '#projects/git/host_errors'
import { findConnection, noteRateLimit } from '#projects/services/connection_store'
import { openConnectionRow } from '#projects/services/open_connection'
import { takeUpProjects } from '#projects/services/take_up_projects'
import { sql } from '#shared/database/sql'

/** Beyond this many, the ones pushed to longest ago are not listed; a git URL still adds them. */
const MAX_PAGES = 200

export interface SyncRepositoriesInput {
  teamId: string
  connectionId: string
  signal?: AbortSignal
}

/** Brings the list of a connection's repositories up to date, page by page, and forgets what is no longer there. */
export default class SyncRepositories {
  /** @throws HostError when the host cannot be read to its end; what was read until then stays */
  async execute({ teamId, connectionId, signal }: SyncRepositoriesInput): Promise<void> {
    const row = await withTeam(teamId, (trx) => findConnection(trx, connectionId))
    if (!row) return
    const host = openConnectionRow(row, signal)
    const began = new Date()
    try {
      let after: string | null = null
      for (let page = 0; page < MAX_PAGES; page++) {
        const { items, next }: Awaited<ReturnType<typeof host.listRepositories>> =
          await host.listRepositories({
            after,
            perPage: 100,
          })
        await this.#store(teamId, connectionId, items)
        if (next === null) break
        after = next
      }
      await this.#finish(teamId, connectionId, began)
    } catch (error) {
      if (error instanceof HostError) await this.#fail(teamId, connectionId, error)
      throw error
    } finally {
      await noteRateLimit(teamId, connectionId, host.rateLimit())
    }
  }

  #store(teamId: string, connectionId: string, items: HostRepository[]) {
    return withTeam(teamId, (trx) =>
      sql(
        trx,
        `insert into git_repositories (team_id, connection_id, host_id, path, name, url, clone_url, default_branch,
           visibility, archived, language, description, pushed_at, can_push, seen_at)
         select cast(:team as uuid), cast(:connection as uuid), r.id, r.path, r.name, r.url, r."cloneUrl",
           r."defaultBranch", r.visibility, r.archived, r.language, left(r.description, 500), r."pushedAt",
           r."canPush", clock_timestamp()
         from jsonb_to_recordset(cast(:items as jsonb)) as r(id text, path text, name text, url text, "cloneUrl" text,
           "defaultBranch" text, visibility text, archived boolean, language text, description text,
           "pushedAt" timestamptz, "canPush" boolean)
         on conflict (connection_id, host_id) do update set path = excluded.path, name = excluded.name,
           url = excluded.url, clone_url = excluded.clone_url, default_branch = excluded.default_branch,
           visibility = excluded.visibility, archived = excluded.archived,
           language = coalesce(excluded.language, git_repositories.language), description = excluded.description,
           pushed_at = excluded.pushed_at, can_push = excluded.can_push, seen_at = excluded.seen_at`,
        { team: teamId, connection: connectionId, items: JSON.stringify(unique(items)) }
      )
    )
  }

  async #finish(teamId: string, connectionId: string, began: Date) {
    await withTeam(teamId, async (trx) => {
      await sql(trx, 'delete from git_repositories where connection_id = ? and seen_at < ?', [
        connectionId,
        began,
      ])
      await sql(
        trx,
        `update git_connections set synced_at = now(), sync_problem = null, health = 'works', health_reason = null,
           checked_at = now() where id = ?`,
        [connectionId]
      )
      await takeUpProjects(trx, teamId, connectionId)
    })
  }

  #fail(teamId: string, connectionId: string, { message }: HostError) {
    return withTeam(teamId, (trx) =>
      sql(trx, 'update git_connections set sync_problem = ? where id = ?', [message, connectionId])
    )
  }
}

/** A list that moves while it is read shows some twice. */
const unique = (items: HostRepository[]) => [...new Map(items.map((item) => [item.id, item])).values()]

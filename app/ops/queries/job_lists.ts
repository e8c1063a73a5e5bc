import db from '@adonisjs/lucid/services/db'
import { sql } from '#shared/database/sql'

export type JobCount = { name: string; status: 'queued' | 'running' | 'dead'; jobs: number; oldest: string }

/** How many jobs of each kind there are in each state. Done ones are gone. */
export async function countJobs(): Promise<JobCount[]> {
  const { rows } = await sql<JobCount>(
    db,
    `select name, status, jobs, to_json(oldest) #>> '{}' as oldest from count_jobs()`
  )
  return rows
}

export type DeadJob = {
  id: string
  name: string
  teamId: string | null
  attempts: number
  lastError: string | null
  createdAt: string
}

/** Jobs that nobody tries any more, the newest first. */
export async function listDeadJobs(most: number): Promise<DeadJob[]> {
  const { rows } = await sql<DeadJob>(
    db,
    `select id, name, team_id as "teamId", attempts, last_error as "lastError",
       to_json(created_at) #>> '{}' as "createdAt" from list_jobs('dead', ?)`,
    [most]
  )
  return rows
}

import { hash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { Flags } from '#shared/contracts/flags'
import { sql } from '#shared/database/sql'

export type FeatureFlag = {
  name: string
  /** Of all teams, 0 to 100. A team that is in stays in when the number grows. */
  percentage: number
  /** Teams that have it in any case. */
  teamIds: string[]
  updatedAt: string
}

/** How long a process may go on with what it has read. */
const BELIEVED_MS = 5000

/** A team's place from 0 to 99, another one for each flag, so that it is not always the same who goes first. */
const placeOf = (name: string, teamId: string) =>
  hash('sha256', `${name}:${teamId}`, 'buffer').readUInt32BE() % 100

export async function listFlags(): Promise<FeatureFlag[]> {
  const { rows } = await sql<FeatureFlag>(
    db,
    `select name, percentage, team_ids as "teamIds", to_json(updated_at) #>> '{}' as "updatedAt"
     from feature_flags order by name`
  )
  return rows
}

export class FeatureFlags extends Flags {
  #read: Promise<FeatureFlag[]> | null = null
  #readAt = 0

  async isOn(name: string, teamId: string) {
    const flag = (await this.#flags()).find((one) => one.name === name)
    if (!flag) return false
    return flag.teamIds.includes(teamId) || placeOf(name, teamId) < flag.percentage
  }

  #flags() {
    if (this.#read && Date.now() - this.#readAt < BELIEVED_MS) return this.#read
    this.#readAt = Date.now()
    this.#read = listFlags().catch((error) => {
      this.#read = null
      throw error
    })
    return this.#read
  }
}

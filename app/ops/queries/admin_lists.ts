import db from '@adonisjs/lucid/services/db'
import { sql } from '#shared/database/sql'
import { type Page, pageOf } from '#shared/validators/pagination'

const PER_PAGE = 50

/** A part of a text as LIKE takes it literally; null for none. */
const part = (text: string | undefined) => text?.replace(/[\\%_]/g, (sign) => `\\${sign}`) || null

export type AdminUser = {
  id: string
  name: string
  email: string
  createdAt: string
  suspendedAt: string | null
  isOperator: boolean
  teams: { id: string; name: string; role: string }[]
}

/** Accounts of the installation, the newest first. */
export async function listUsers(search: string | undefined, page: number): Promise<Page<AdminUser>> {
  const { rows } = await sql<AdminUser & { total: number }>(
    db,
    `with found as (
       select id, full_name as name, email, created_at, suspended_at, is_operator, cast(count(*) over () as int) as total
       from users
       where cast(:search as text) is null or full_name ilike '%' || :search || '%' or email ilike '%' || :search || '%'
         or cast(id as text) = :search
       order by created_at desc, id desc limit :most offset :skip)
     select found.id, name, email, is_operator as "isOperator", total,
       to_json(created_at) #>> '{}' as "createdAt", to_json(suspended_at) #>> '{}' as "suspendedAt",
       coalesce((select json_agg(json_build_object('id', m.team_id, 'name', m.team_name, 'role', m.role))
                 from memberships_of(array[found.id]) m), '[]') as teams
     from found order by found.created_at desc, found.id desc`,
    { search: part(search), most: PER_PAGE, skip: (page - 1) * PER_PAGE }
  )
  const users = rows.map(({ total: _, ...user }) => user)
  return pageOf(users, rows[0]?.total ?? 0, page, PER_PAGE)
}

export type AdminTeam = {
  id: string
  name: string
  members: number
  owners: string | null
  createdAt: string
  purgeAt: string | null
}

/** Teams of the installation, deleted ones too, the newest first. */
export async function listTeams(search: string | undefined, page: number): Promise<Page<AdminTeam>> {
  const { rows } = await sql<AdminTeam & { total: number }>(
    db,
    `select id, name, members, owners, to_json(created_at) #>> '{}' as "createdAt",
       to_json(purge_at) #>> '{}' as "purgeAt", total
     from list_all_teams(?, ?, ?)`,
    [part(search), PER_PAGE, (page - 1) * PER_PAGE]
  )
  const teams = rows.map(({ total: _, ...team }) => team)
  return pageOf(teams, rows[0]?.total ?? 0, page, PER_PAGE)
}

export type OperatorEntry = {
  id: string
  actor: string
  action: string
  subject: string | null
  details: Record<string, string | number | boolean | null>
  address: string | null
  at: string
}

/** What operators have done last. */
export async function listOperatorActs(most: number): Promise<OperatorEntry[]> {
  const { rows } = await sql<OperatorEntry>(
    db,
    `select id, actor_name as actor, action, subject_name as subject, details, host(address) as address,
       to_json(created_at) #>> '{}' as at from list_installation_audit(?)`,
    [most]
  )
  return rows
}

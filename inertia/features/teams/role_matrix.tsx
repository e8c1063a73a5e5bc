import { Check, Minus } from 'lucide-react'
import { Badge } from '~/components/badge'
import { Card } from '~/components/card'
import { cn } from '~/lib/cn'
import { ROLES, type Role } from './role_words'

export type RoleGroup = {
  label: string
  rows: { permission: string; label: string; roles: Role[]; scope: string | null }[]
}

type Row = RoleGroup['rows'][number]

interface RoleMatrixProps {
  roles: readonly Role[]
  groups: readonly RoleGroup[]
  own: Role
}

/** Rights down, roles across; on a phone each right lists the roles that have it. */
export function RoleMatrix({ roles, groups, own }: RoleMatrixProps) {
  return (
    <div className="grid grid-cols-1 gap-6">
      {groups.map(({ label, rows }) => (
        <Card key={label} title={label} flush>
          <div className="max-sm:hidden">
            <MatrixTable label={label} rows={rows} roles={roles} own={own} />
          </div>
          <ul className="divide-y sm:hidden">
            {rows.map((row) => (
              <li key={row.permission} className="grid gap-1.5 px-4 py-2.5">
                <p>{row.label}</p>
                <p className="flex flex-wrap gap-1">
                  {row.roles.map((role) => (
                    <Badge key={role} tone={role === own ? 'accent' : 'neutral'}>
                      {ROLES[role].label}
                    </Badge>
                  ))}
                </p>
                <p className="text-sm text-muted">{row.scope ? `Token: ${row.scope}` : 'No token'}</p>
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </div>
  )
}

function MatrixTable({
  label,
  rows,
  roles,
  own,
}: { label: string; rows: readonly Row[] } & Omit<RoleMatrixProps, 'groups'>) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full min-w-2xl table-fixed">
        <caption className="sr-only">Rights: {label}</caption>
        <thead>
          <tr className="border-b">
            <th scope="col" className="h-9 w-72 px-4 text-left text-xs font-medium text-muted">
              Right
            </th>
            {roles.map((role) => (
              <th
                key={role}
                scope="col"
                className={cn(
                  'px-2 text-center text-xs font-medium',
                  role === own ? 'text-accent' : 'text-muted'
                )}
              >
                {ROLES[role].label}
              </th>
            ))}
            <th scope="col" className="px-2 text-center text-xs font-medium text-muted">
              Token scope
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.permission} className="border-b last:border-b-0 hover:bg-raised/60">
              <th scope="row" className="h-10 px-4 py-1.5 text-left font-normal" title={row.permission}>
                {row.label}
              </th>
              {roles.map((role) => (
                <td key={role} className={cn('px-2 text-center', role === own && 'bg-accent-soft/40')}>
                  <Mark has={row.roles.includes(role)} />
                </td>
              ))}
              <td className="px-2 text-center text-sm text-muted">{row.scope ?? 'none'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Mark({ has }: { has: boolean }) {
  const Icon = has ? Check : Minus
  return (
    <>
      <Icon aria-hidden="true" className={cn('mx-auto size-4', has ? 'text-ok' : 'text-muted opacity-50')} />
      <span className="sr-only">{has ? 'Yes' : 'No'}</span>
    </>
  )
}

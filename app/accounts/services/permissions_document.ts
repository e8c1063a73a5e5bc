import { roles } from '#accounts/enums/role'
import { roleMatrix } from '#accounts/queries/role_matrix'

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** docs/permissions.md: the table of rights for people who read the repository. */
export function permissionsDocument(): string {
  const head = ['Right', 'Lets', ...roles.map(capital), 'Token scope']
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const tables = roleMatrix().map(({ label, rows }) => {
    const body = rows.map((row) =>
      line([
        `\`${row.permission}\``,
        row.label,
        ...roles.map((role) => (row.roles.includes(role) ? 'yes' : '')),
        row.scope ?? 'none',
      ])
    )
    return [`## ${label}`, '', line(head), line(head.map(() => '---')), ...body].join('\n')
  })
  return `# Who may do what

Generated from \`app/accounts/permissions.ts\` by \`node ace docs:write\`; a test fails when it is stale.

Pages, the API, API tokens, MCP tools and live channels all ask this one table. A token has the rights of its
scope and never more than the person or robot it stands for: a personal token those of its person's role, a
service token those of a developer, or of an admin when its scope is \`admin\`. "none": no token may do it.
Nobody gives or takes a role that has rights they lack themselves.

${tables.join('\n\n')}
`
}

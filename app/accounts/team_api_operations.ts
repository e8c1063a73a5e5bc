import { roles } from '#accounts/enums/role'
import { permissions, scopes } from '#accounts/permissions'
import {
  changeRoleValidator,
  inviteValidator,
  listMembersValidator,
  teamValidator,
} from '#accounts/validators/team'
import {
  flag,
  flagOrNull,
  id,
  json,
  type Operations,
  object,
  oneOf,
  oneOfOrNull,
  pageSchema,
  text,
  textOrNull,
  time,
  timeOrNull,
} from '#shared/api/operation'

const role = oneOf(roles)
const list = (item: object) => object({ data: { type: 'array', items: item } })
const team = object({ id, name: text })
const member = object({ id, name: text, email: text, role, joinedAt: time, secondFactor: flagOrNull })
const invitation = object({
  id,
  email: text,
  role,
  invitedBy: textOrNull,
  sentAt: time,
  expiresAt: time,
  expired: flag,
})
const robot = object({
  id,
  name: text,
  scopes: { type: 'array', items: oneOf(scopes) },
  lastFour: text,
  createdAt: time,
  lastUsedAt: timeOrNull,
  expiresAt: timeOrNull,
  expired: flag,
  createdBy: textOrNull,
})
const right = object({
  permission: oneOf(permissions),
  label: text,
  roles: { type: 'array', items: role },
  scope: oneOfOrNull(scopes),
})

export const teamOperations: Operations = {
  'api.teams.show': {
    summary: 'Show the team of the token',
    scope: 'read',
    responses: { 200: json('The team.', team) },
  },
  'api.teams.update': {
    summary: 'Rename the team',
    scope: 'admin',
    input: teamValidator,
    responses: { 200: json('The team.', team) },
    problems: [404, 422],
  },
  'api.members.index': {
    summary: 'List members, owners first',
    scope: 'read',
    input: listMembersValidator,
    responses: { 200: json('One page of members.', pageSchema(member)) },
  },
  'api.members.update': {
    summary: 'Give a member another role',
    description: 'Nobody gives or takes a role whose rights they lack; a team keeps at least one owner.',
    scope: 'admin',
    input: changeRoleValidator,
    responses: { 200: json('The member.', object({ id, role })) },
    problems: [404, 409, 422],
  },
  'api.members.destroy': {
    summary: 'Remove a member',
    scope: 'admin',
    responses: { 204: { description: 'The person is not in the team any more.' } },
    problems: [404, 409],
  },
  'api.invitations.index': {
    summary: 'List invitations that nobody has accepted yet',
    scope: 'admin',
    responses: { 200: json('At most 200 invitations, newest first.', list(invitation)) },
  },
  'api.invitations.store': {
    summary: 'Invite somebody by mail',
    scope: 'admin',
    input: inviteValidator,
    responses: {
      201: json('The invitation; its link is in the mail alone.', object({ id, email: text, role })),
    },
    problems: [422],
  },
  'api.invitations.destroy': {
    summary: 'Take an invitation back',
    scope: 'admin',
    responses: { 204: { description: 'The link in the mail is worth nothing any more.' } },
    problems: [404],
  },
  'api.invitation_deliveries.store': {
    summary: 'Mail an invitation again',
    description: 'With a new link and time; the old link is worth nothing from then on.',
    scope: 'admin',
    responses: { 202: json('The invitation.', object({ id, email: text })) },
    problems: [404, 409],
  },
  'api.service_tokens.index': {
    summary: "List the team's robots",
    description: 'They are made on the page alone, where a person confirms that it is them.',
    scope: 'admin',
    responses: { 200: json('Those that are not revoked, newest first; never their text.', list(robot)) },
  },
  'api.service_tokens.destroy': {
    summary: 'Revoke a service token',
    scope: 'admin',
    responses: { 204: { description: 'The token is refused from now on, elsewhere within seconds.' } },
    problems: [404],
  },
  'api.roles.index': {
    summary: 'List all rights with the roles and the token scope that include them',
    scope: 'read',
    responses: { 200: json('The table of rights.', list(right)) },
  },
}

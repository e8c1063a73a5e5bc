import ConnectAccount from '#projects/actions/connect_account'
import ConnectInstallations from '#projects/actions/connect_installations'
import { appSlug, installationsOf } from '#projects/git/github/app'
import type { HostKind } from '#projects/git/host_contract'
import { HostError } from '#projects/git/host_errors'
import { oauthOf, redirectUri } from '#projects/services/connection_token'
import { githubApp, hostNames, oauthClient, ownHost } from '#projects/services/git_hosts'
import type { AuditActor } from '#shared/audit/record'
import { err, ok, type Result } from '#shared/result'

export interface AuthorizeAccountInput {
  teamId: string
  userId: string | null
  by: AuditActor
  kind: HostKind
  code: string
  verifier: string
}

/** `install`: the person has not installed the app anywhere yet, and does so at that address. */
export type Authorized = { kind: 'connected'; names: string[] } | { kind: 'install'; url: string }

/** Turns the code that a host sent a person back with into a connection. */
export default class AuthorizeAccount {
  /** The error is a sentence for the person. */
  async execute(input: AuthorizeAccountInput): Promise<Result<Authorized, string>> {
    const client = oauthClient(input.kind)
    if (!client) return err(`${hostNames[input.kind]} is not set up here.`)
    const address = ownHost(input.kind)
    try {
      const tokens = await oauthOf[input.kind].exchange(
        { ...address, ...client },
        { redirectUri: redirectUri(input.kind), code: input.code, verifier: input.verifier }
      )
      if (input.kind === 'github' && githubApp()) return ok(await this.#installations(input, tokens.token))
      const { token, refreshToken, expiresAt, scopes } = tokens
      const connected = await new ConnectAccount().execute({
        ...input,
        address,
        auth: 'oauth',
        token,
        refreshToken,
        expiresAt,
        scopes,
      })
      return connected.ok ? ok({ kind: 'connected', names: [connected.value.login] }) : connected
    } catch (error) {
      if (error instanceof HostError) return err(error.message)
      throw error
    }
  }

  /** The person's own token only says where they have installed the app, and is let go. */
  async #installations(input: AuthorizeAccountInput, userToken: string): Promise<Authorized> {
    const address = ownHost('github')
    const app = { ...address, ...githubApp()! }
    const installations = await installationsOf(app, userToken)
    if (installations.length === 0) {
      return { kind: 'install', url: `${address.webUrl}/apps/${await appSlug(app)}/installations/new` }
    }
    await new ConnectInstallations().execute({ ...input, address, installations })
    return { kind: 'connected', names: installations.map(({ accountLogin }) => accountLogin) }
  }
}

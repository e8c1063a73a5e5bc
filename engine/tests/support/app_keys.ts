import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { engineAudience, engineIssuer } from '../../contract/token.ts'

/** Stands in for the app: publishes a public key and signs tokens with the private one. */
export class AppKeys {
  readonly jwksUrl: string
  readonly #server: Server
  readonly #privateKey: CryptoKey

  private constructor(server: Server, privateKey: CryptoKey) {
    this.#server = server
    this.#privateKey = privateKey
    this.jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/.well-known/jwks.json`
  }

  static async start(): Promise<AppKeys> {
    const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
    const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'RS256', use: 'sig' }
    const server = createServer((_, response) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }))
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    return new AppKeys(server, privateKey)
  }

  /** A valid token; `claims` override and `lifetime` is in seconds. */
  token(claims: JWTPayload = {}, lifetime = 300, issuedAt = Math.floor(Date.now() / 1000)): Promise<string> {
    return new SignJWT({ iss: engineIssuer, aud: engineAudience, team: 'team-1', workflow: null, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'test' })
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifetime)
      .sign(this.#privateKey)
  }

  stop(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }
}

import { calculateJwkThumbprint, compactDecrypt, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { type TeamKey, teamKeys } from '../../contract/keys.ts'

const algorithm = 'RSA-OAEP-256'

type PrivateKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey']

/** The key pair with which teams' provider keys reach this engine, and nobody on the way. */
export class TokenKey {
  /** What the app encrypts to. */
  readonly publicJwk: JWK
  readonly #privateKey: PrivateKey

  private constructor(publicJwk: JWK, privateKey: PrivateKey) {
    this.publicJwk = publicJwk
    this.#privateKey = privateKey
  }

  /** @param shared the private key of all instances; null: one that dies with this process */
  static async create(shared: JWK | null): Promise<TokenKey> {
    const pair = shared ? null : await generateKeyPair(algorithm, { extractable: true })
    const jwk = shared ?? (await exportJWK(pair!.publicKey))
    const kid = await calculateJwkThumbprint({ kty: 'RSA', n: jwk.n!, e: jwk.e! })
    const publicJwk = { kty: 'RSA', n: jwk.n!, e: jwk.e!, kid, alg: algorithm, use: 'enc' }
    const privateKey = pair?.privateKey ?? ((await importJWK(shared!, algorithm)) as PrivateKey)
    return new TokenKey(publicJwk, privateKey)
  }

  /** The keys in a compact JWE; null when they were meant for another engine, or are not what was agreed. */
  async open(jwe: string): Promise<TeamKey[] | null> {
    try {
      const { plaintext } = await compactDecrypt(jwe, this.#privateKey, {
        keyManagementAlgorithms: [algorithm],
        contentEncryptionAlgorithms: ['A256GCM'],
      })
      return teamKeys.parse(JSON.parse(new TextDecoder().decode(plaintext)))
    } catch {
      return null
    }
  }
}

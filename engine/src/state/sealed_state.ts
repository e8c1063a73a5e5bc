import { hkdfSync, randomBytes } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { CompactEncrypt, compactDecrypt, type JWK } from 'jose'

/** Of the contract; what is larger can not be handed to the worker. */
const maxLength = 8_000_000
/** Unpacked: keeps a small seal from becoming a huge text. */
const maxBytes = 32_000_000

/** Whose conversation it is; a state is good for nobody else and nothing else. */
export interface StateOwner {
  team: string
  snapshot: string
  task: string
}

/** More than the contract lets the worker carry. */
export class StateTooLarge extends Error {}

/** A state that was not sealed by this engine for this conversation; nothing of it is used. */
export class UnreadableState extends Error {}

/**
 * What a conversation needs to go on, encrypted and authenticated: the worker that keeps it can neither
 * read nor change it. Engines that share the key can open each other's.
 */
export class StateSeal {
  readonly #key: Uint8Array

  constructor(key: Uint8Array) {
    this.#key = key
  }

  /** A key made of the private key that instances share, else one that is made once and kept in the data folder. */
  static async open(dataDir: string, privateKey: JWK | null): Promise<StateSeal> {
    if (privateKey?.d) {
      const secret = Buffer.from(privateKey.d, 'base64url')
      return new StateSeal(Buffer.from(hkdfSync('sha256', secret, '', 'agentops conversation state', 32)))
    }
    const file = join(dataDir, 'state.key')
    const kept = await readFile(file).catch(() => null)
    return new StateSeal(kept?.length === 32 ? kept : await newKey(file))
  }

  /** @throws StateTooLarge */
  async seal(text: string, owner: StateOwner): Promise<string> {
    const packed = await promisify(gzip)(JSON.stringify({ owner, text }), { level: 3 })
    const sealed = await new CompactEncrypt(packed)
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .encrypt(this.#key)
    if (sealed.length > maxLength) throw new StateTooLarge('the state is too large')
    return sealed
  }

  /** @throws UnreadableState */
  async unseal(sealed: string, owner: StateOwner): Promise<string> {
    const opened = await this.#open(sealed).catch(() => {
      throw new UnreadableState('it was not sealed by this engine')
    })
    const same = Object.entries(owner).every(
      ([name, value]) => opened.owner[name as keyof StateOwner] === value
    )
    if (!same) throw new UnreadableState('it belongs to another conversation')
    return opened.text
  }

  async #open(sealed: string): Promise<{ owner: StateOwner; text: string }> {
    const { plaintext } = await compactDecrypt(sealed, this.#key, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    })
    const json = await promisify(gunzip)(plaintext, { maxOutputLength: maxBytes })
    return JSON.parse(json.toString('utf8'))
  }
}

/** Two engines that start at once on one folder agree on the key that came first. */
async function newKey(file: string): Promise<Buffer> {
  const part = `${file}.${randomBytes(6).toString('hex')}`
  await writeFile(part, randomBytes(32), { mode: 0o600 })
  await link(part, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(part)
  return readFile(file)
}

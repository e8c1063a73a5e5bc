import { defineConfig, drivers } from '@adonisjs/core/encryption'
import type { InferEncryptors } from '@adonisjs/core/types'
import env from '#start/env'

/** The first encrypts; all of them decrypt. */
export const keysOf = (current: string, previous = '') => [
  current,
  ...previous
    .split(',')
    .map((key) => key.trim())
    .filter(Boolean),
]

const keys = keysOf(env.get('APP_KEY').release(), env.get('APP_KEY_PREVIOUS')?.release())

const encryptionConfig = defineConfig({
  default: 'gcm',
  list: { gcm: drivers.aes256gcm({ keys, id: 'gcm' }) },
})

export default encryptionConfig

declare module '@adonisjs/core/types' {
  export interface EncryptorsList extends InferEncryptors<typeof encryptionConfig> {}
}

import type { ProviderName } from '../../../contract/models.ts'
import { anthropic } from './anthropic.ts'
import { compatible, ollama } from './compatible.ts'
import { mistral } from './mistral.ts'
import { openai } from './openai.ts'
import type { Vendor, VendorAccess } from './vendor.ts'

/** The protocol of a provider. What stands at another address than OpenAI's own is held to chat completions. */
export function vendorOf(name: ProviderName, access: VendorAccess): Vendor {
  switch (name) {
    case 'openai':
      return access.baseUrl === null || new URL(access.baseUrl).hostname === 'api.openai.com'
        ? openai(access)
        : compatible({ ...access, baseUrl: access.baseUrl })
    case 'anthropic':
      return anthropic(access)
    case 'mistral':
      return mistral(access)
    case 'ollama':
      return ollama(access)
    case 'openai-compatible':
      if (access.baseUrl === null) throw new Error('a compatible server needs an address')
      return compatible({ ...access, baseUrl: access.baseUrl })
  }
}

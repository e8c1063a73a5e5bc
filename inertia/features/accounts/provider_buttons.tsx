import { LinkButton } from '~/components/link_button'

const NAMES: Record<string, string> = { github: 'GitHub', gitlab: 'GitLab' }

export const providerName = (provider: string) => NAMES[provider] ?? provider

interface ProviderButtonsProps {
  providers: readonly string[]
  purpose: 'sign_in' | 'confirm' | 'link'
}

/** Leaves for the other service and comes back; nothing is shown where none is configured. */
export function ProviderButtons({ providers, purpose }: ProviderButtonsProps) {
  return providers.map((provider) => (
    <LinkButton key={provider} external size="lg" href={`/auth/${provider}?for=${purpose}`}>
      {purpose === 'link' ? `Connect ${providerName(provider)}` : `Continue with ${providerName(provider)}`}
    </LinkButton>
  ))
}

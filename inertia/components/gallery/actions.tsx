import { Play, RotateCw, Trash2 } from 'lucide-react'
import { Button } from '../button'
import { CopyButton } from '../copy_button'
import { ExternalLink } from '../external_link'
import { IconButton } from '../icon_button'
import { Kbd } from '../kbd'
import { LinkButton } from '../link_button'
import { TextLink } from '../text_link'
import { Specimen } from './specimen'

const VARIANTS = ['primary', 'secondary', 'ghost', 'danger'] as const

export function Actions() {
  return (
    <>
      <Specimen title="Button">
        {VARIANTS.map((variant) => (
          <div key={variant} className="flex flex-wrap items-center gap-2">
            <Button variant={variant} size="sm">
              Small
            </Button>
            <Button variant={variant} icon={<Play aria-hidden="true" />}>
              Run task
            </Button>
            <Button variant={variant} size="lg">
              Large
            </Button>
            <Button variant={variant} busy>
              Busy
            </Button>
            <Button variant={variant} disabled>
              Disabled
            </Button>
          </div>
        ))}
      </Specimen>
      <Specimen title="Icon button, copy button" note="The label is read out and shown on hover and focus.">
        <IconButton label="Run again" icon={<RotateCw aria-hidden="true" />} />
        <IconButton label="Run again" size="sm" icon={<RotateCw aria-hidden="true" />} />
        <IconButton label="Delete" variant="secondary" icon={<Trash2 aria-hidden="true" />} />
        <IconButton label="Delete" variant="danger" icon={<Trash2 aria-hidden="true" />} />
        <IconButton label="Running" busy icon={<RotateCw aria-hidden="true" />} />
        <IconButton label="Run again" disabled icon={<RotateCw aria-hidden="true" />} />
        <CopyButton text="feature/ia-task-12" label="Copy branch name" />
      </Specimen>
      <Specimen title="Link button, text link, key">
        <LinkButton href="/dev/ui">Secondary</LinkButton>
        <LinkButton href="/dev/ui" variant="primary">
          Primary
        </LinkButton>
        <span className="leading-8">
          See <TextLink href="/dev/ui">this page</TextLink> or{' '}
          <ExternalLink href="https://example.com">another site</ExternalLink>. Press <Kbd>?</Kbd> or{' '}
          <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd>.
        </span>
      </Specimen>
    </>
  )
}

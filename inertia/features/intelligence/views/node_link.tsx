import { cn } from '~/lib/cn'
import type { Go } from '../address'
import type { NodeRef } from '../server_types'

interface NodeLinkProps {
  node: Pick<NodeRef, 'id' | 'name' | 'path' | 'line'>
  go: Go
  /** As the code is written: paths, names. */
  mono?: boolean
  children?: string
}

/** Opens the panel about a file or symbol. */
export function NodeLink({ node, go, mono = false, children }: NodeLinkProps) {
  return (
    <button
      type="button"
      title={`${node.path}:${node.line}`}
      onClick={() => go({ sel: node.id })}
      className={cn(
        'max-w-full rounded-sm text-left wrap-anywhere hover:text-accent hover:underline',
        mono && 'font-mono text-sm'
      )}
    >
      {children ?? node.name}
    </button>
  )
}

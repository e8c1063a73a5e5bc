import { Check, Clock, MinusCircle } from 'lucide-react'
import { type RefObject, useMemo } from 'react'
import { RelativeTime } from '~/components/relative_time'
import { Status, type StatusLook } from '~/components/status'
import type { StoredEvent } from '../server_types'
import { visibleText } from '../visible_text'
import { MessageBox } from './message_box'
import { type Message, messagesIn } from './messages'

interface SteeringPanelProps {
  workflowId: string
  events: readonly StoredEvent[]
  /** Whether this person may say something now. */
  open: boolean
  over: boolean
  field: RefObject<HTMLTextAreaElement | null>
}

/** What was said to the workflow, and where to say more. Takes no room while there is neither. */
export function SteeringPanel({ workflowId, events, open, over, field }: SteeringPanelProps) {
  const messages = useMemo(() => messagesIn(events), [events])
  if (!open && messages.length === 0) return null
  return (
    <section aria-label="Messages" className="grid gap-2 border-t p-3">
      {messages.length > 0 && (
        <ul className="grid max-h-40 gap-1.5 overflow-y-auto">
          {messages.map((message) => (
            <li key={message.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
              <span className="min-w-0 flex-1 basis-60 whitespace-pre-wrap wrap-anywhere">
                {visibleText(message.text)}
              </span>
              <span className="flex items-baseline gap-3 text-sm text-muted">
                <span>
                  {message.by} <RelativeTime at={message.at} />
                </span>
                <Status {...lookOf(message, over)} className="text-sm" />
              </span>
            </li>
          ))}
        </ul>
      )}
      {open && <MessageBox workflowId={workflowId} field={field} />}
    </section>
  )
}

function lookOf({ heardAt }: Message, over: boolean): StatusLook {
  if (heardAt) return { icon: Check, label: 'Heard', tone: 'ok' }
  if (over) return { icon: MinusCircle, label: 'Not heard', tone: 'warn' }
  return { icon: Clock, label: 'Waits for the next turn', tone: 'neutral' }
}

import type { Data } from '@generated/data'
import { useState } from 'react'
import { Button } from '~/components/button'
import { Textarea } from '~/components/textarea'
import { QuotedSegment } from './quoted_segment'
import { type Segment, segmentsOf } from './segments'

type Part = Data.Workflows.WorkflowQuestion['parts'][number]

interface Piece extends Segment {
  kept: boolean
}

const piecesOf = (text: string): Piece[] => segmentsOf(text).map((segment) => ({ ...segment, kept: true }))
const textOf = (pieces: readonly Piece[]) =>
  pieces
    .filter(({ kept }) => kept)
    .map(({ text }) => text)
    .join('')

interface QuestionPartFormProps {
  part: Part
  /** Told the whole text after each change. */
  onChange: (text: string) => void
}

/** One text of a question: words can be written anew, quotations can be left out. */
export function QuestionPartForm({ part, onChange }: QuestionPartFormProps) {
  const [pieces, setPieces] = useState(() => piecesOf(part.text))
  const changed = textOf(pieces) !== part.text

  function take(next: Piece[]) {
    setPieces(next)
    onChange(textOf(next))
  }

  const put = (index: number, change: Partial<Piece>) =>
    take(pieces.map((piece, at) => (at === index ? { ...piece, ...change } : piece)))

  return (
    <section aria-label={titleOf(part)} className="grid gap-2">
      <div className="flex min-h-8 items-center justify-between gap-3">
        <h3 className="text-sm font-medium">{titleOf(part)}</h3>
        {changed && (
          <Button size="sm" variant="ghost" onClick={() => take(piecesOf(part.text))}>
            As it was
          </Button>
        )}
      </div>
      {pieces.map((piece, index) =>
        piece.kind === 'quote' ? (
          <QuotedSegment
            key={index}
            segment={piece}
            kept={piece.kept}
            onKept={(kept) => put(index, { kept })}
          />
        ) : piece.text.trim() === '' && piece.text !== '' ? null : (
          <Textarea
            key={index}
            mono
            dir="auto"
            spellCheck={false}
            aria-label={`Words ${index + 1} of: ${titleOf(part)}`}
            value={piece.text}
            onChange={(event) => put(index, { text: event.target.value })}
          />
        )
      )}
    </section>
  )
}

const titleOf = ({ tool }: Part) => (tool ? `What ${tool} answered` : 'What the model is told')

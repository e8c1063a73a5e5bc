interface ChangeCountsProps {
  additions: number
  deletions: number
}

/** Nothing where no line changed: a move, a mode, a binary file. */
export function ChangeCounts({ additions, deletions }: ChangeCountsProps) {
  if (additions + deletions === 0) return null
  return (
    <span className="tabular inline-flex gap-1.5 text-sm whitespace-nowrap">
      <span className="text-ok">
        <span className="sr-only">Added lines: </span>+{additions.toLocaleString('en')}
      </span>
      <span className="text-bad">
        <span className="sr-only">Removed lines: </span>−{deletions.toLocaleString('en')}
      </span>
    </span>
  )
}

interface ChangeCountsProps {
  additions: number
  deletions: number
}

export function ChangeCounts({ additions, deletions }: ChangeCountsProps) {
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

// biome-ignore-all lint/a11y/noRedundantRoles: `display: block` takes the meaning of a table away from some readers
import type { ReactNode } from 'react'
import { cn } from '~/lib/cn'

export interface Column<Row> {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Figures go to the end, in digits of one width. */
  align?: 'start' | 'end'
  /** On a phone this cell is the headline of the row and stands without its header. One per table. */
  primary?: boolean
  /** Left out on a phone. */
  wideOnly?: boolean
  /** Read out only: actions, icons. */
  headerHidden?: boolean
  className?: string
}

interface TableProps<Row> {
  /** Says what the table lists; read out, not drawn. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  className?: string
}

/** Rows and columns; on a phone each row becomes a small stack of "header: value" lines. */
export function Table<Row>({ caption, columns, rows, rowKey, className }: TableProps<Row>) {
  return (
    <div className={cn('sm:overflow-x-auto', className)}>
      <table role="table" className="w-full max-sm:block">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup" className="max-sm:sr-only">
          <tr role="row" className="border-b">
            {columns.map((column) => (
              <th
                key={column.key}
                role="columnheader"
                scope="col"
                className={cn(
                  'h-9 px-3 text-left text-xs font-medium whitespace-nowrap text-muted',
                  column.align === 'end' && 'text-right'
                )}
              >
                <span className={column.headerHidden ? 'sr-only' : undefined}>{column.header}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-sm:block">
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              role="row"
              className="relative border-b last:border-b-0 hover:bg-raised/60 max-sm:block max-sm:px-1 max-sm:py-2.5"
            >
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  return (
    <td
      role="cell"
      data-label={column.headerHidden ? undefined : column.header}
      className={cn(
        'h-10 px-3 py-1.5 align-middle max-sm:h-auto max-sm:min-w-0 max-sm:px-2 max-sm:py-0.5',
        column.wideOnly ? 'max-sm:hidden' : 'max-sm:flex max-sm:items-baseline max-sm:gap-2',
        column.primary
          ? 'max-sm:pb-1 max-sm:font-medium'
          : 'max-sm:before:w-28 max-sm:before:shrink-0 max-sm:before:text-sm max-sm:before:text-muted max-sm:before:content-[attr(data-label)]',
        column.align === 'end' && 'tabular whitespace-nowrap sm:text-right',
        column.className
      )}
    >
      {column.cell(row)}
    </td>
  )
}

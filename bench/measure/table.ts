import { styleText } from 'node:util'

export type Cell = string | number

/** Prints rows below a heading; columns after the first are aligned to the right. */
export function printTable(heading: string, columns: string[], rows: Cell[][]) {
  const lines = [columns, ...rows.map((row) => row.map(String))]
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)))
  const text = (line: string[]) =>
    line
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[index]!)))
      .join('   ')
  console.log(`\n${styleText('bold', heading)}`)
  console.log(styleText('dim', text(columns)))
  for (const row of lines.slice(1)) console.log(text(row))
}

export const remark = (sentence: string) => console.log(styleText('dim', sentence))

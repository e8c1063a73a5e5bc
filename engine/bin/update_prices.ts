/**
 * `node engine/bin/update_prices.ts <file or address> [--write]`: shows what would change in the pinned price
 * table, and with `--write` changes it. The list is one in the format of LiteLLM's public price table.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { priceTable } from '../src/prices/table.ts'
import { listedPrices, updated } from '../src/prices/update.ts'

const file = join(import.meta.dirname, '../src/prices/table.json')
const [from] = process.argv.slice(2).filter((arg) => !arg.startsWith('--'))
if (!from) {
  process.stderr.write(
    'Name a file or an address with prices, such as model_prices_and_context_window.json.\n'
  )
  process.exit(1)
}

async function textOf(place: string): Promise<string> {
  if (!/^https?:/.test(place)) return readFile(place, 'utf8')
  const answer = await fetch(place, { signal: AbortSignal.timeout(30_000) })
  if (!answer.ok) throw new Error(`${place} answered ${answer.status}`)
  return answer.text()
}

const table = priceTable.parse(JSON.parse(await readFile(file, 'utf8')))
const listed = listedPrices.parse(JSON.parse(await textOf(from)))
const version = new Date().toISOString().slice(0, 10)
const result = updated(table, listed, { version, source: from })

const dollars = (micros: number) => `$${micros / 1_000_000}`
for (const { model, before, after } of result.changes) {
  process.stdout.write(
    `${model}: ${dollars(before.input)} in, ${dollars(before.output)} out → ${dollars(after.input)} in, ${dollars(after.output)} out\n`
  )
}
process.stdout.write(`${result.changes.length} of ${Object.keys(table.models).length} prices change.\n`)
if (process.argv.includes('--write')) {
  await writeFile(file, `${JSON.stringify(result.table, null, 2)}\n`)
  process.stdout.write(`Pinned as ${version}. Look the changes over before you commit them.\n`)
}

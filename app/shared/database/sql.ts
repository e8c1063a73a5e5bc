import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

type Value = string | number | boolean | null | Date | Buffer | readonly string[]

/**
 * One statement of SQL with `?` or `:name` bindings, `null` among them, which the query builder's own types
 * leave out. In named bindings write `cast(:x as uuid)`: `:x::uuid` would be read as an identifier.
 */
export async function sql<Row>(
  client: Pick<TransactionClientContract, 'rawQuery'>,
  text: string,
  bindings: Value[] | Record<string, Value> = []
): Promise<{ rows: Row[]; rowCount: number }> {
  return client.rawQuery(text, bindings as never)
}

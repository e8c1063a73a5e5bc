import db from '@adonisjs/lucid/services/db'
import { CompactSign, compactVerify, decodeProtectedHeader, importJWK } from 'jose'
import { z } from 'zod'
import { err, ok, type Result } from '#shared/result'
import { signingKey } from '#shared/tokens/signing_keys'
import env from '#start/env'

const type = 'agentops-record+jws'

const recordedExchange = z.object({
  step: z.enum(['plan', 'generate']),
  attempt: z.number().int().min(1).max(20),
  position: z.number().int().min(0).max(100_000),
  kind: z.enum(['model', 'tool', 'execution']),
  name: z.string().max(200),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  request: z.string(),
  response: z.string(),
})

/** All that a workflow asked and was answered, and what came of it: enough to do it again. */
const workflowRecord = z.object({
  version: z.literal(1),
  exportedAt: z.iso.datetime(),
  number: z.number().int(),
  task: z.string().min(1).max(20_000),
  baseCommit: z
    .string()
    .regex(/^[0-9a-f]{40,64}$/)
    .nullable(),
  outcome: z.string(),
  outcomeReason: z.string().nullable(),
  costMicros: z.number().int().nonnegative(),
  models: z.array(z.string()),
  exchanges: z.array(recordedExchange).max(20_000),
  /** What people said to it, and at which turn it was heard. */
  messages: z
    .array(
      z.object({
        attempt: z.number().int().min(1).max(20),
        turn: z.number().int().min(0).max(1_000),
        text: z.string().min(1).max(8_000),
      })
    )
    .max(50),
  plan: z.unknown(),
  patch: z.string().nullable(),
  verdict: z.unknown(),
})
export type WorkflowRecord = z.infer<typeof workflowRecord>

/** As one line of text (a compact JWS), signed with the installation's key. */
export async function sealRecord(record: WorkflowRecord): Promise<string> {
  const { kid, key } = await signingKey()
  return new CompactSign(Buffer.from(JSON.stringify(record)))
    .setProtectedHeader({ alg: 'RS256', kid, typ: type, iss: env.get('APP_URL') })
    .sign(key)
}

/** Why a file is not taken, for people. */
export const recordRefusals = {
  unreadable: 'This is not a record of a workflow. Export one from the tab Details of a workflow.',
  foreign:
    'Another installation has signed this record, so nobody here can tell whether it is genuine. Import it there, or replay the workflow there.',
  changed: 'This record was changed after it was exported: its signature does not fit. Export it again.',
  too_large: 'This file is larger than 20 MB. No record of a workflow is.',
}
export type RecordRefusal = keyof typeof recordRefusals

/** What a file holds, when this installation has signed it and nobody has changed it since. */
export async function openRecord(file: string): Promise<Result<WorkflowRecord, RecordRefusal>> {
  const header = headerOf(file)
  if (header?.typ !== type) return err('unreadable')
  const row = await db.from('signing_keys').where('id', String(header.kid)).select('public_jwk').first()
  if (!row) return err('foreign')
  try {
    const key = await importJWK(row.public_jwk, 'RS256')
    const { payload } = await compactVerify(file, key, { algorithms: ['RS256'] })
    const record = workflowRecord.safeParse(JSON.parse(new TextDecoder().decode(payload)))
    return record.success ? ok(record.data) : err('unreadable')
  } catch {
    return err('changed')
  }
}

function headerOf(file: string) {
  try {
    return decodeProtectedHeader(file)
  } catch {
    return null
  }
}

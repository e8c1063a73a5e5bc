import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from '@japa/runner/core'

/** A folder that is removed after the test. */
export async function temporaryFolder(context: Pick<TestContext, 'test'>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'engine-test-'))
  // A reading process may still be writing down what it knows.
  context.test.cleanup(() => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }))
  return folder
}

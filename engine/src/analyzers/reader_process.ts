import { z } from 'zod'
import { diskSnapshot } from '../snapshots/disk_snapshot.ts'
import { parseFile } from './parse_file.ts'
import { createResolver } from './resolver.ts'

// Runs as a child of `isolated_reader.ts`: first it is told the snapshot, then one path at a time.
const opening = z.object({
  id: z.string(),
  directory: z.string(),
  sizes: z.array(z.tuple([z.string(), z.number()])),
})

process.once('message', (message) => {
  const { id, directory, sizes } = opening.parse(message)
  const snapshot = diskSnapshot(id, directory, sizes)
  const resolve = createResolver(snapshot, directory)
  process.on('message', (path) => process.send?.(parseFile(snapshot, String(path), resolve)))
  process.send?.('ready')
})
process.once('disconnect', () => process.exit(0))

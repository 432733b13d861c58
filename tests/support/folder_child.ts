import { connectEmbedded } from '../../db/embedded.ts'
import { FolderInUse } from '../../db/lock.ts'

// A process of its own that opens an embedded folder, says "held" or "refused", and stays until it is killed.
try {
  await connectEmbedded({ folder: process.argv[2]! })
  process.send!({ said: 'held' })
  setInterval(() => {}, 60_000)
} catch (error) {
  process.send!({ said: error instanceof FolderInUse ? 'refused' : 'failed', why: (error as Error).message })
  process.exit(0)
}

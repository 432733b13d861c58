import { readConfig } from '../../server/config.ts'
import { serve } from '../../server/main.ts'
import { openWorld } from '../../server/open.ts'

// The server under load: as it runs for people, without the demo.
const serving = await serve(await openWorld(readConfig(process.env)))
process.send?.('ready')
process.on('SIGTERM', () => void serving.stop().then(() => process.exit(0)))

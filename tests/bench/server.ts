import { readConfig } from '../../server/config.ts'
import { openWorld, serve } from '../../server/main.ts'

// The server under load: as it runs for people, without the demo.
const serving = await serve(await openWorld(readConfig(process.env)))
process.send?.('ready')
process.on('SIGTERM', () => void serving.stop().then(() => process.exit(0)))

import { createLocalChain } from '../src/createLocalChain.ts'
import { manifestPath } from './manifestPath.ts'

// A chain in a process of its own, which the test kills. It mines all the time.
const chain = await createLocalChain({
  manifestPath,
  port: 0,
  dataDir: process.argv[2],
  mining: 'interval',
  blockTimeMs: 20,
  tenureTimeMs: 50,
})
process.stdout.write(`${chain.url}\n`)

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DemoPlace } from './startDemo.ts'

/** The process of the demo's chain, as it noted itself. */
export function readChainPid(place: DemoPlace): number {
  const holder: { pid: number } = JSON.parse(
    readFileSync(join(place.directory, 'chain', 'chain.lock.json'), 'utf8'),
  )
  return holder.pid
}

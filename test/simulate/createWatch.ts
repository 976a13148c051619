import { followOnce } from '@medikey/core'
import type { Heard } from './Incident.ts'
import type { SimulatedMedikey } from './openSimulatedMedikey.ts'
import type { World } from './World.ts'

/** MediKey's own work, at the moments of the simulation. */
export function createWatch(medikey: SimulatedMedikey) {
  const { deps } = medikey
  let events = 0
  return {
    async look() {
      try {
        events += (await followOnce(deps)).length
      } catch (e) {
        if (!medikey.isOut()) throw e
      }
    },
    setHanging(_isHanging: boolean) {},
    count: () => 0,
    listHeard: async (): Promise<Heard[]> => [],
    countChain: async () => ({ transactions: 0, events }),
    told: () => ({ posts: 0, twice: 0 }),
    compare: async (_world: World) => 0,
  }
}

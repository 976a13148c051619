import type { SDK } from '@stacks/clarinet-sdk-wasm'
import { loadSdk, type Sdk } from './loadSdk.ts'
import { runQuietly } from './runQuietly.ts'

/**
 * Opens an empty session of the Clarity VM: no project, no files, no accounts.
 *
 * The VM reads the wall clock once, when the session is made, and counts block times from there. A replay
 * has to tell contracts the same times, so that one reading is answered with `genesisTime`. Nothing else
 * can see the stand-in: making an empty session waits for no input or output, only for microtasks.
 */
export async function openSession({
  genesisTime,
  trackCosts,
}: {
  genesisTime: number
  trackCosts: boolean
}): Promise<{ sdk: Sdk; session: SDK }> {
  const { sdk, session } = makeSession({ trackCosts })
  const RealDate = globalThis.Date
  class GenesisDate extends RealDate {
    constructor(...args: [] | [string | number | Date]) {
      if (args.length === 0) super(genesisTime * 1000)
      else super(...args)
    }
  }
  globalThis.Date = GenesisDate as DateConstructor
  try {
    await session.initEmptySession({ enabled: false })
  } finally {
    globalThis.Date = RealDate
  }
  runQuietly(() => session.setEpoch(sdk.SDK.getDefaultEpoch()))
  return { sdk, session }
}

function makeSession({ trackCosts }: { trackCosts: boolean }): { sdk: Sdk; session: SDK } {
  const make = (sdk: Sdk) => ({
    sdk,
    session: runQuietly(() => new sdk.SDK(refuseFiles, new sdk.SDKOptions(trackCosts, false, false))),
  })
  try {
    return make(loadSdk())
  } catch {
    return make(loadSdk({ fresh: true }))
  }
}

function refuseFiles(): never {
  throw new Error('The empty session of the VM asked for a file.')
}

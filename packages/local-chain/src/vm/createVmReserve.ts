import { createVm } from './createVm.ts'
import type { Vm } from './Vm.ts'

/** Keeps a VM ready for the next who wants one. */
export type VmReserve = {
  /** A VM with nothing in it, and the time that it counts from: a while ago when it lay ready. */
  readonly take: () => Promise<{ vm: Vm; genesisTime: number }>
  /** Ends what lies ready. */
  readonly free: () => Promise<void>
}

/**
 * Makes an empty reserve. Making a VM takes more than 100 ms in which this process answers nobody, so that the
 * next one is only made a while after one was taken, when the work that it was taken for has begun or is done.
 *
 * @param refillAfterMs Milliseconds.
 */
export function createVmReserve({
  refillAfterMs,
  trackCosts,
}: {
  refillAfterMs: number
  trackCosts: boolean
}): VmReserve {
  let ready: Promise<{ vm: Vm; genesisTime: number }> | undefined
  let timer: NodeJS.Timeout | undefined

  async function make(): Promise<{ vm: Vm; genesisTime: number }> {
    const genesisTime = Math.floor(Date.now() / 1000)
    return { vm: await createVm({ genesisTime, trackCosts }), genesisTime }
  }
  function refill(): void {
    ready = make()
    // Whoever takes it hears of a failure.
    ready.catch(() => undefined)
  }
  return {
    take: () => {
      const taken = ready ?? make()
      ready = undefined
      clearTimeout(timer)
      timer = setTimeout(refill, refillAfterMs).unref()
      return taken
    },
    free: async () => {
      clearTimeout(timer)
      const left = await ready?.catch(() => undefined)
      ready = undefined
      left?.vm.free()
    },
  }
}

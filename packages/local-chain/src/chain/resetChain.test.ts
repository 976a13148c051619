import { expect, test } from 'vitest'
import { manifestPath } from '../../testing/manifestPath.ts'
import { deployProject } from '../project/deployProject.ts'
import { readProject } from '../project/readProject.ts'
import { createVmReserve } from '../vm/createVmReserve.ts'
import { getTip } from './getTip.ts'
import { openChain } from './openChain.ts'
import { resetChain } from './resetChain.ts'

test('a reset mends a chain whose VM could not be made again', async () => {
  const project = await readProject({ manifestPath })
  const chain = await openChain({ dataDir: null, fresh: false, accounts: project.accounts })
  await deployProject(chain, { project, dataDir: null })
  const before = getTip(chain).hash
  chain.repair = Promise.reject(new Error('out of memory'))
  const reserve = createVmReserve({ refillAfterMs: 60_000, trackCosts: true })

  await resetChain(chain, { project, reserve })

  expect(chain.repair).toBeNull()
  expect(getTip(chain).hash).not.toBe(before)
  await reserve.free()
  chain.vm.free()
})

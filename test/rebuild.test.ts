import { afterAll, expect, test } from 'vitest'
import { actOnChain } from './harness/actOnChain.ts'
import { createCleanup } from './harness/createCleanup.ts'
import { medikeyMain } from './harness/medikeyMain.ts'
import { openClinic, type TestClinic } from './harness/openClinic.ts'
import { startChain } from './harness/startChain.ts'
import { createMedikeyEnvironment } from './harness/startMedikey.ts'
import { startProcess } from './harness/startProcess.ts'

const cleanup = createCleanup()
afterAll(cleanup.run)

async function rebuild({ options }: TestClinic, ...args: string[]) {
  const running = startProcess({
    script: medikeyMain,
    args: ['rebuild', ...args],
    env: createMedikeyEnvironment(options),
    cwd: options.directory,
  })
  const { code } = await running.exited
  return { code, out: running.stdout(), err: running.stderr() }
}

test('what was read from the chain is built again, in the running MediKey and without one', async () => {
  const chain = await startChain({ blockTimeMs: 100, cleanup })
  await actOnChain(chain, { as: 'alice', call: { functionName: 'archiveRecord', recordId: 2n } })
  const clinic = await openClinic(chain, { cleanup })
  const medikey = await clinic.start()

  expect(await rebuild(clinic)).toMatchObject({ code: 1, err: expect.stringContaining('say --yes') })
  const there = await rebuild(clinic, '--yes', '--json')
  expect(there).toMatchObject({ code: 0 })
  const built = JSON.parse(there.out)
  expect(built).toEqual({
    events: expect.any(Number),
    records: expect.any(Number),
    blockHeight: expect.any(Number),
    seconds: expect.any(Number),
  })
  expect(built.records).toBeGreaterThan(1)
  expect(built.events).toBeGreaterThan(built.records)

  await medikey.kill()
  const here = await rebuild(clinic, '--yes', '--json')
  expect(here).toMatchObject({ code: 0, err: expect.stringMatching(/\d+ events, up to block \d+/) })
  expect(JSON.parse(here.out)).toMatchObject({ events: built.events, records: built.records })

  const again = await clinic.start()
  expect(again.output()).not.toContain('Alert raised')
})

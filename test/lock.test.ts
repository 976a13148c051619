import { join } from 'node:path'
import { callControl } from '@medikey/runtime'
import { renderText } from '@medikey/slack/testing'
import { getPersona } from 'medikey'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ask } from './harness/ask.ts'
import { createCleanup } from './harness/createCleanup.ts'
import { expectNoSecrets } from './harness/expectNoSecrets.ts'
import { medikeyMain } from './harness/medikeyMain.ts'
import { openClinic, type TestClinic } from './harness/openClinic.ts'
import { type Chain, startChain } from './harness/startChain.ts'
import { createMedikeyEnvironment, type Medikey } from './harness/startMedikey.ts'
import { startProcess } from './harness/startProcess.ts'
import { waitUntil } from './harness/waitUntil.ts'

const statusSchema = z.object({ pid: z.number(), url: z.string(), pendingRequests: z.number() })

const PASSPHRASE = 'the passphrase of this test'

const cleanup = createCleanup()
let chain: Chain
let clinic: TestClinic
let running: Medikey

beforeAll(async () => {
  chain = await startChain({ blockTimeMs: 250, cleanup })
  clinic = await openClinic(chain, { cleanup, env: { MEDIKEY_KEYSTORE_PASSPHRASE: PASSPHRASE } })
  running = await clinic.start()
})
afterAll(cleanup.run)

/** Runs a command beside the running MediKey, on the same data directory. */
async function runBeside(
  args: string[],
  options: { input?: string } = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const { directory } = clinic.options
  const env = createMedikeyEnvironment(clinic.options)
  const beside = startProcess({ script: medikeyMain, args, env, cwd: directory, ...options })
  cleanup.add(() => beside.kill('SIGKILL'))
  const { code } = await beside.exited
  expectNoSecrets(beside.stdout() + beside.stderr(), { slack: clinic.slack, others: [PASSPHRASE] })
  return { code, stdout: beside.stdout(), stderr: beside.stderr() }
}

function readStatus(): Promise<z.infer<typeof statusSchema>> {
  const socketPath = join(clinic.options.directory, 'medikey.sock')
  return callControl({ socketPath, method: 'status', params: null, result: statusSchema })
}

describe('beside a running MediKey', () => {
  test('a second start names the one that runs and ends with 1, and no request is lost', async () => {
    const { slack } = clinic
    await ask(slack, { by: 'alice', text: 'grant 1 @nadia 10 before' })
    await ask(slack, { by: 'alice', text: 'grant 1 @tom 10 before' })
    const attempts = Promise.all([runBeside(['start']), runBeside(['start'])])
    await ask(slack, { by: 'alice', text: 'grant 1 @ines 10 meanwhile' })
    for (const { code, stderr } of await attempts) {
      expect(code).toBe(1)
      expect(stderr).toContain(`in use by process ${running.pid} (`)
      expect(stderr).not.toMatch(/\n\s+at /)
    }
    await ask(slack, { by: 'alice', text: 'grant 2 @nadia 10 afterwards' })
    expect(await readStatus()).toMatchObject({ pid: running.pid, url: running.url, pendingRequests: 4 })

    await running.kill()
    running = await clinic.start()
    expect(await readStatus()).toMatchObject({ pid: running.pid, pendingRequests: 4 })
  })

  test('a key is added and listed, and check finds nothing wrong', async () => {
    const { principal, privateKey } = getPersona('alice')
    expect(await runBeside(['keys', 'list'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('There are no keys'),
    })
    expect(
      await runBeside(['keys', 'add', '--name', 'Dr. Alice Meyer'], { input: privateKey }),
    ).toMatchObject({
      code: 0,
    })
    expect(await runBeside(['keys', 'list'])).toMatchObject({
      code: 0,
      stdout: `${principal}  devnet  Dr. Alice Meyer\n`,
    })
    const { code, stdout } = await runBeside(['check'])
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.not.stringContaining('✗') })
    expect(stdout).toContain(running.url)
  })

  test('a restart with that keystore goes on signing', async () => {
    const { slack } = clinic
    expect(await running.stop()).toEqual({ code: 0, signal: null })
    running = await clinic.start()
    const { card } = await ask(slack, { by: 'alice', text: 'grant 2 @tom 10 after the restart' })
    await slack.click({ user: 'U0CMO', message: card, actionId: 'medikey_approve' })
    await waitUntil({
      what: 'the grant on chain',
      withinMs: 20_000,
      look: () => (renderText(card).includes('Access granted') ? true : null),
    })
  })
})

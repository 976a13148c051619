import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createContractClient } from '@medikey/contract-client'
import { getPersona, personas } from 'medikey'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { baseEnvironment } from './harness/baseEnvironment.ts'
import { type Cleanup, createCleanup } from './harness/createCleanup.ts'
import { createTempDir } from './harness/createTempDir.ts'
import { medikeyMain } from './harness/medikeyMain.ts'
import { type Running, startProcess } from './harness/startProcess.ts'
import { waitUntil } from './harness/waitUntil.ts'

const READY_WITHIN_MS = 40_000
const ready = z.strictObject({ ready: z.literal(true), url: z.url(), accounts: z.number() })

let cleanup: Cleanup
let dataDir: string
beforeEach(() => {
  cleanup = createCleanup()
  dataDir = createTempDir({ cleanup })
})
afterEach(() => cleanup.run())

const environment = () => ({ ...baseEnvironment({ home: dataDir }), MEDIKEY_DATA_DIR: dataDir })

function startChain(args: readonly string[]): Running {
  const running = startProcess({
    script: medikeyMain,
    args: ['chain', ...args],
    env: environment(),
    cwd: import.meta.dirname,
  })
  cleanup.add(async () => {
    running.kill('SIGKILL')
    await running.exited
  })
  return running
}

/** Starts a chain and waits until it says so. */
async function openChain(args: readonly string[] = []) {
  const running = startChain(['--port', '0', '--block-time', '50', '--json', ...args])
  const { url, accounts } = await waitUntil({
    what: 'the ready line',
    withinMs: READY_WITHIN_MS,
    look: () => (running.stdout() === '' ? null : ready.parse(JSON.parse(running.stdout()))),
  })
  const contract = `${getPersona('cmo').principal}.medvault`
  return {
    running,
    url,
    accounts,
    client: createContractClient({ apiUrl: url, network: 'devnet', contract }),
  }
}

async function stop(running: Running, signal: NodeJS.Signals) {
  running.kill(signal)
  return running.exited
}

test('deploys the contract, writes the demo’s records, and says in one line of JSON that it is ready', async () => {
  const { running, client, accounts } = await openChain()
  expect(accounts).toBeGreaterThanOrEqual(personas.length)
  expect(await client.getDeployment()).not.toBeNull()
  expect(await client.getTotalRecords()).toBe(6n)
  expect(await client.getMedicalRecord({ recordId: 1n })).toMatchObject({
    physician: getPersona('alice').principal,
    accessedVolume: 2_000n,
  })
  expect(running.stdout().trim().split('\n')).toHaveLength(1)
  for (const { privateKey } of personas) expect(running.stdout()).not.toContain(privateKey)
})

describe('ends with exit code 0', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('on %s', async (signal) => {
    const { running } = await openChain(['--no-seed'])
    expect(await stop(running, signal)).toEqual({ code: 0, signal: null })
  })

  test('when it is told to while its VM loads', async () => {
    const running = startChain(['--port', '0'])
    await waitUntil({
      what: 'the first line of progress',
      withinMs: READY_WITHIN_MS,
      look: () => (running.stderr().includes('Loading') ? true : null),
    })
    expect(await stop(running, 'SIGTERM')).toEqual({ code: 0, signal: null })
    expect(running.stdout()).toBe('')
  })

  test('when the pipe of its parent breaks', async () => {
    const child = spawn(process.execPath, [medikeyMain, 'chain', '--port', '0', '--json', '--parent-pipe'], {
      env: environment(),
      cwd: import.meta.dirname,
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    cleanup.add(() => child.kill('SIGKILL'))
    const exited = once(child, 'exit')
    await once(child.stdout, 'data')
    // Both ends, as when the parent is killed.
    child.stdout.destroy()
    child.stdin.destroy()
    expect(await exited).toEqual([0, null])
  })
})

test.each(['SIGTERM', 'SIGKILL'] as const)('goes on from the same chain after %s', async (signal) => {
  const before = await openChain()
  const deployment = await before.client.getDeployment()
  const { blockHeight } = await before.client.getTip()
  await stop(before.running, signal)

  const after = await openChain()
  expect(await after.client.getDeployment()).toEqual(deployment)
  expect((await after.client.getTip()).blockHeight).toBeGreaterThanOrEqual(blockHeight)
  expect(await after.client.getTotalRecords()).toBe(6n)
  const { lastConfirmedNonce } = await after.client.getNonces({ principal: getPersona('alice').principal })
  // Three records and four draws, none of them twice.
  expect(lastConfirmedNonce).toBe(6n)
})

test('--fresh starts over: the contract stands by another transaction', async () => {
  const before = await openChain()
  const deployment = await before.client.getDeployment()
  await stop(before.running, 'SIGTERM')

  const after = await openChain(['--fresh', '--no-seed'])
  expect((await after.client.getDeployment())?.txid).not.toBe(deployment?.txid)
  expect(await after.client.getTotalRecords()).toBe(0n)
})

test('tells a person the accounts with a warning, the addresses and the token', async () => {
  const running = startChain(['--port', '0', '--no-seed'])
  const text = await waitUntil({
    what: 'the accounts',
    withinMs: READY_WITHIN_MS,
    look: () => (running.stdout().includes('Stop it with') ? running.stdout() : null),
  })
  expect(text).toMatch(/answers on http:\/\/127\.0\.0\.1:\d+ /)
  expect(text).toContain('WARNING: these keys are public')
  for (const { principal, privateKey, name } of personas) {
    expect(text).toContain(principal)
    expect(text).toContain(privateKey)
    expect(text).toContain(name)
  }
  const token = /Authorization: Bearer (\S+)/.exec(text)?.[1]
  const url = /answers on (\S+)/.exec(text)?.[1]
  const answer = await fetch(`${url}/local/accounts`, { headers: { authorization: `Bearer ${token}` } })
  expect(answer.status).toBe(200)
  expect((await fetch(`${url}/local/accounts`)).status).toBe(401)
})

describe('fails with one sentence and exit code 1', () => {
  async function expectSentence(running: Running, sentence: RegExp) {
    expect(await running.exited).toEqual({ code: 1, signal: null })
    const lines = running.stderr().trim().split('\n')
    expect(lines.at(-1)).toMatch(sentence)
    expect(running.stderr()).not.toMatch(/^\s+at /m)
  }

  test('when the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    cleanup.add(() => server.close())
    const { port } = server.address() as AddressInfo
    await expectSentence(startChain(['--port', `${port}`]), new RegExp(`^medikey: Port ${port} .*taken`))
  })

  test('when another process has the chain', async () => {
    await openChain(['--no-seed'])
    await expectSentence(startChain(['--port', '0']), /^medikey: .*process \d+/)
  })

  test('when there is no such project', async () => {
    const manifest = join(dataDir, 'Clarinet.toml')
    await expectSentence(startChain(['--port', '0', '--manifest', manifest]), /^medikey: .*not found at/)
  })

  test.each([
    ['--port', '70000'],
    ['--port', '-1'],
    ['--block-time', '5'],
    ['--block-time', 'fast'],
  ])('when %s is %s', async (flag, value) => {
    await expectSentence(startChain([`${flag}=${value}`]), new RegExp(`${flag} .*is invalid`))
  })
})

test('keeps what it writes to the owner of the data directory', async () => {
  await openChain(['--no-seed'])
  const token = readFileSync(join(dataDir, 'chain', 'token'), 'utf8').trim()
  expect(token.length).toBeGreaterThanOrEqual(16)
})

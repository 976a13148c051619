import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createContractClient, createPrivateKeySigner } from '@medikey/contract-client'
import { createLocalChain, type LocalChain } from '@medikey/local-chain'
import { getPersona } from 'medikey'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { baseEnvironment } from './harness/baseEnvironment.ts'
import { createCleanup } from './harness/createCleanup.ts'
import { createHttpProxy, type HttpProxy } from './harness/createHttpProxy.ts'
import { createTempDir } from './harness/createTempDir.ts'
import { medikeyMain } from './harness/medikeyMain.ts'
import { type Running, startProcess } from './harness/startProcess.ts'

const ROOT = join(import.meta.dirname, '..')
const SEND = { method: 'POST', path: /^\/v2\/transactions$/ }
const LOOK = { method: 'GET', path: /^\/extended\/v3\/transactions\// }

const deployer = getPersona('cmo').principal

const cleanup = createCleanup()
let chain: LocalChain
let proxy: HttpProxy
let dataDir: string
let name: string
let names = 0

/** A chain of a project whose `medvault` is another contract, so that the name is taken. */
beforeAll(async () => {
  const project = createTempDir({ cleanup })
  mkdirSync(join(project, 'contracts'))
  await cp(join(ROOT, 'settings'), join(project, 'settings'), { recursive: true })
  await cp(join(ROOT, 'Clarinet.toml'), join(project, 'Clarinet.toml'))
  writeFileSync(join(project, 'contracts', 'medvault.clar'), '(define-read-only (get-total-records) u0)\n')
  chain = await createLocalChain({
    manifestPath: join(project, 'Clarinet.toml'),
    port: 0,
    mining: 'interval',
    blockTimeMs: 50,
    tenureTimeMs: 100,
  })
  cleanup.add(() => chain.close())
  proxy = await createHttpProxy({ target: chain.url, cleanup })
})
afterAll(cleanup.run)

beforeEach(() => {
  dataDir = createTempDir({ cleanup })
  names += 1
  name = `vault-${names}`
})

async function end(running: Running): Promise<void> {
  running.kill('SIGKILL')
  await running.exited
}

type Options = { url?: string; env?: Record<string, string>; input?: string }

function start(args: readonly string[], options: Options = {}): Running {
  const { url = proxy.url, env = {}, input = '' } = options
  const running = startProcess({
    script: medikeyMain,
    args,
    env: { ...baseEnvironment({ home: dataDir }), MEDIKEY_DATA_DIR: dataDir, STACKS_API_URL: url, ...env },
    cwd: dataDir,
    input,
  })
  cleanup.add(() => end(running))
  return running
}

async function run(args: readonly string[], options: Options = {}) {
  const running = start(args, options)
  const { code } = await running.exited
  return { code, stdout: running.stdout(), stderr: running.stderr() }
}

const contractOf = (address = deployer) => `${address}.${name}`
const clientOf = (contract = contractOf()) =>
  createContractClient({ apiUrl: chain.url, network: 'devnet', contract })
const nextNonce = async () => (await clientOf().getNonces({ principal: deployer })).nextNonce
const deploying = (...args: string[]) => [
  'deploy',
  '--network',
  'devnet',
  '--name',
  name,
  '--confirm',
  contractOf(),
  ...args,
]
const keptFile = () => join(dataDir, 'deployments', `devnet-${contractOf()}.json`)

describe('a deployment', () => {
  test('is planned, signed once, waited for until it is final, and tells what belongs into medikey.yaml', async () => {
    const before = await nextNonce()
    const { code, stdout, stderr } = await run(deploying())
    expect({ code, stderr }).toMatchObject({ code: 0 })
    expect(parse(stdout)).toEqual({ network: 'devnet', contract: contractOf() })
    for (const part of ['The deployment:', 'Chief Medical Officer, for good', 'Signed and kept', 'Final'])
      expect(stderr).toContain(part)
    expect(await clientOf().getChiefMedicalOfficer()).toBe(deployer)
    expect(await clientOf().getDeployedContract()).toMatchObject({ isMedvault: true })
    expect(await nextNonce()).toBe(before + 1n)
    expect(existsSync(keptFile())).toBe(false)
  })

  test('that waits, sent from elsewhere, is not sent a second time', async () => {
    chain.pause()
    expect((await run(deploying('--no-wait'))).code).toBe(0)
    const nonce = await nextNonce()
    dataDir = createTempDir({ cleanup })
    const { code, stderr } = await run(deploying())
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('still wait to be mined'),
    })
    expect(await nextNonce()).toBe(nonce)
    chain.resume()
    expect((await run(deploying())).code).toBe(0)
  })

  test('that was signed for a local chain which began anew is signed for the new one', async () => {
    chain.pause()
    await run(deploying('--no-wait'))
    const signed: { txid: string } = JSON.parse(readFileSync(keptFile(), 'utf8'))
    await chain.reset()
    chain.resume()
    const { code, stdout } = await run(deploying('--json'))
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ state: 'final' })
    expect(await clientOf().getTransaction(signed)).toBeNull()
  })

  test('that stands is not made a second time, whoever kept what', async () => {
    await run(deploying('--no-wait'))
    await run(deploying())
    const nonce = await nextNonce()
    dataDir = createTempDir({ cleanup })
    const { code, stdout, stderr } = await run(deploying('--json'))
    expect(code).toBe(0)
    expect(stderr).toContain('stands already')
    expect(JSON.parse(stdout)).toMatchObject({ state: 'standing', contract: contractOf(), network: 'devnet' })
    expect(await nextNonce()).toBe(nonce)
  })

  test('that is not waited for is kept, for its owner alone, and waited for by the same command', async () => {
    const accepted = await run(deploying('--no-wait', '--json'))
    const { txid } = z.object({ txid: z.string() }).parse(JSON.parse(accepted.stdout))
    expect(statSync(keptFile()).mode & 0o777).toBe(0o600)
    expect(JSON.parse(readFileSync(keptFile(), 'utf8'))).toMatchObject({ txid, contract: contractOf() })
    const final = await run(deploying('--json'))
    expect(JSON.parse(final.stdout)).toMatchObject({ state: 'final', txid })
  })

  test('of a name that another contract has is refused', async () => {
    name = 'medvault'
    const { code, stderr } = await run(deploying())
    expect(code).toBe(1)
    expect(stderr).toContain(`${contractOf()} stands already, with another source`)
  })

  test('is signed by a key of the keystore, which has to be able to pay', async () => {
    const env = { MEDIKEY_KEYSTORE_PASSPHRASE: 'correct horse battery staple' }
    const privateKey = '5'.repeat(64)
    const { address } = createPrivateKeySigner({ privateKey, network: 'devnet' })
    await run(['keys', 'add', '--name', 'Dr. Poor', '--network', 'devnet'], { env, input: privateKey })
    const args = ['deploy', '--network', 'devnet', '--name', name, '--key', 'Dr. Poor']
    const { code, stdout, stderr } = await run([...args, '--confirm', contractOf(address)], { env })
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(
      new RegExp(`The deployer cannot pay the fee: send \\d+ µSTX or more to ${address}`),
    )
    expect(stderr).not.toContain(privateKey)
    const unknown = await run([...args.slice(0, -1), 'Dr. Nobody', '--dry-run'], { env })
    expect(unknown.stderr).toContain('The keystore has no key of devnet with that name')
  })
})

describe('a dry run', () => {
  test('shows the plan and signs nothing', async () => {
    const sent = proxy.countForwarded(SEND)
    const nonce = await nextNonce()
    const { code, stdout } = await run([
      'deploy',
      '--network',
      'devnet',
      '--name',
      name,
      '--dry-run',
      '--json',
    ])
    expect(code).toBe(0)
    const plan = z.record(z.string(), z.unknown()).parse(JSON.parse(stdout))
    expect(plan).toMatchObject({
      state: 'planned',
      network: 'devnet',
      contract: contractOf(),
      deployer,
      chiefMedicalOfficer: deployer,
      clarityVersion: 4,
      nonce: nonce.toString(),
      sourceBytes: statSync(join(ROOT, 'contracts/medvault.clar')).size,
    })
    expect(BigInt(String(plan.balance)) - BigInt(String(plan.fee))).toBe(BigInt(String(plan.leaves)))
    expect(existsSync(keptFile())).toBe(false)
    expect(await nextNonce()).toBe(nonce)
    expect(proxy.countForwarded(SEND)).toBe(sent)
  })
})

describe('a command that is killed', () => {
  test.each(['before', 'after'] as const)(
    '%s the node heard of it deploys once, when it is called again',
    async (when) => {
      const nonce = await nextNonce()
      const send = proxy.catchNext({ ...SEND, when })
      const killed = start(deploying())
      await send.held
      const { txid } = z.object({ txid: z.string() }).parse(JSON.parse(readFileSync(keptFile(), 'utf8')))
      await end(killed)

      const { code, stdout, stderr } = await run(deploying('--json'))
      expect({ code, stderr }).toMatchObject({ code: 0 })
      expect(JSON.parse(stdout)).toMatchObject({ state: 'final', txid })
      expect(await clientOf().getDeployment()).toMatchObject({ txid })
      expect(await nextNonce()).toBe(nonce + 1n)
    },
  )

  test('while it waits goes on waiting, when it is called again', async () => {
    const look = proxy.catchNext({ ...LOOK, when: 'before' })
    const killed = start(deploying())
    await look.held
    await end(killed)
    const { code } = await run(deploying())
    expect(code).toBe(0)
    expect(await clientOf().getDeployedContract()).toMatchObject({ isMedvault: true })
  })
})

test('an answer that is lost, and a node that breaks off, are waited for', async () => {
  const nonce = await nextNonce()
  for (const [route, count, fault] of [
    ['POST /v2/transactions', 1, { type: 'drop-answer' }],
    ['GET /extended/v3/transactions/*', 2, { type: 'status', status: 503 }],
  ] as const) {
    const answer = await fetch(`${chain.url}/local/faults`, {
      method: 'POST',
      headers: { authorization: `Bearer ${chain.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ route, count, fault }),
    })
    expect(answer.status).toBe(200)
  }
  const { code, stderr } = await run(deploying())
  expect({ code, stderr }).toMatchObject({ code: 0 })
  expect(stderr.match(/The node does not answer as it should: .*status 503/g)).toHaveLength(1)
  expect(await nextNonce()).toBe(nonce + 1n)
})

test('a second command for the same contract is told that the first is at it', async () => {
  const send = proxy.catchNext({ ...SEND, when: 'before' })
  const first = start(deploying())
  await send.held
  const second = await run(deploying())
  expect(second.code).toBe(1)
  expect(second.stderr).toMatch(new RegExp(`process ${first.pid}`))
  send.release()
  expect((await first.exited).code).toBe(0)
})

describe('nothing is signed', () => {
  async function expectRefusal(args: readonly string[], sentence: RegExp | string, options: Options = {}) {
    const { code, stdout, stderr } = await run(args, options)
    expect(stderr).toMatch(sentence)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    const kept = join(dataDir, 'deployments')
    expect(existsSync(kept) ? readdirSync(kept).filter((file) => file.endsWith('.json')) : []).toEqual([])
  }
  const deploy = (...args: string[]) => ['deploy', '--name', name, ...args]

  test('without a confirmation, or with another contract in it', async () => {
    await expectRefusal(deploy('--network', 'devnet'), /Nobody can be asked here: .*--dry-run.*--confirm/)
    await expectRefusal(deploy('--network', 'devnet', '--confirm', 'yes'), `is not ${contractOf()}`)
  })

  test('for testnet or mainnet on a local chain, which has the same chain id as testnet', async () => {
    await expectRefusal(deploy('--network', 'testnet', '--dry-run'), /is a local chain, not testnet/)
    await expectRefusal(deploy('--network', 'mainnet', '--dry-run'), /is a local chain, not mainnet/)
  })

  test('for a devnet that is somewhere else, or without a node', async () => {
    const url = 'https://api.testnet.hiro.so'
    await expectRefusal(deploy('--network', 'devnet', '--dry-run'), /is not on this machine/, { url })
    await expectRefusal(deploy('--network', 'mainnet', '--dry-run'), /STACKS_API_URL is missing/, { url: '' })
    const plain = { url: 'http://api.example.com' }
    await expectRefusal(deploy('--network', 'mainnet', '--dry-run'), /must start with https/, plain)
  })

  test('on a node of another network, or one that does not answer', async () => {
    const server = createServer((request, response) => {
      if (request.url !== '/v2/info') response.writeHead(404).end()
      else response.end(JSON.stringify({ network_id: 0x80000000 }))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const options = { url, input: '7'.repeat(64) }
    await expectRefusal(
      deploy('--network', 'mainnet', '--dry-run'),
      /another network, not of mainnet/,
      options,
    )
    await new Promise((resolve) => server.close(resolve))
    await expectRefusal(
      deploy('--network', 'mainnet', '--dry-run'),
      /could not be reached. Check STACKS_API_URL/,
      options,
    )
  })

  test('without a key, or with one that everybody knows', async () => {
    await expectRefusal(deploy('--network', 'testnet', '--dry-run'), /No key was given/, {
      url: 'http://127.0.0.1:1',
    })
    const { privateKey } = getPersona('cmo')
    const options = { url: 'http://127.0.0.1:1', input: privateKey }
    await expectRefusal(deploy('--network', 'testnet', '--dry-run'), /anybody can sign with it/, options)
  })

  test.each([
    [['--network', 'moon'], /Allowed choices are mainnet, testnet, devnet/],
    [[], /required option '--network/],
    [['--network', 'devnet', '--name', '1st'], /A contract’s name is a letter/],
    [['--network', 'devnet', '--fee', '1.5'], /A fee is a whole number of µSTX/],
    [['--network', 'devnet', '--fee', '1', '--dry-run'], /--fee must be from \d+ µSTX/],
    [['--network', 'devnet', '--fee', '10000001', '--dry-run'], /to 10000000 µSTX/],
    [['--network', 'devnet', '--index', '100'], /whole number from 0 to 99/],
    [['--network', 'devnet', '--private-key', 'ab'], /unknown option/],
    [['--network', 'devnet', 'ab'], /too many arguments/],
  ])('with the flags %j', async (flags, sentence) => {
    await expectRefusal(['deploy', ...(flags.includes('--name') ? [] : ['--name', name]), ...flags], sentence)
  })
})

test('a kept deployment that is damaged, or of another contract, is told and left alone', async () => {
  await run(deploying('--no-wait'))
  const kept: unknown = JSON.parse(readFileSync(keptFile(), 'utf8'))
  for (const [text, sentence] of [
    ['{', 'is damaged'],
    [JSON.stringify({ ...Object(kept), sourceSha256: '0'.repeat(64) }), 'another version of the contract'],
  ] as const) {
    writeFileSync(keptFile(), text)
    const { code, stderr } = await run(deploying())
    expect(code).toBe(1)
    expect(stderr).toContain(sentence)
    expect(readFileSync(keptFile(), 'utf8')).toBe(text)
  }
})

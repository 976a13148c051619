import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { createNetwork } from '@stacks/network'
import { broadcastTransaction, Cl, makeContractCall } from '@stacks/transactions'
import { describe, expect, onTestFinished, test } from 'vitest'
import { makeProject } from '../../testing/makeProject.ts'
import { startScript } from '../../testing/startScript.ts'

const script = join(import.meta.dirname, '../main.ts')
const deployer = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM'
const senderKey = '7287ba251d44a4d3fd9276c88ce34c5c52a038955511cccaf77e61068649c17801'
const files = {
  'Clarinet.toml':
    '[project]\nname = "shop"\n[contracts.shop]\npath = "contracts/shop.clar"\nepoch = "latest"\n',
  'contracts/shop.clar':
    '(define-public (buy (count uint)) (begin (asserts! (> count u0) (err u100)) (ok count)))',
}

async function run(args: readonly string[], { under = '.', env = {} } = {}) {
  const { folder } = await makeProject({ files })
  return { folder, ...startScript({ script, args, cwd: join(folder, under), env }) }
}

async function readReady(command: Awaited<ReturnType<typeof run>>) {
  return JSON.parse((await command.waitFor(/^.*\n/))[0])
}

async function buy(url: string, count: number): Promise<string> {
  const network = createNetwork({ network: 'devnet', client: { baseUrl: url } })
  const call = { contractAddress: deployer, contractName: 'shop', functionName: 'buy', senderKey, network }
  const transaction = await makeContractCall({ ...call, functionArgs: [Cl.uint(count)], fee: 1000 })
  return (await broadcastTransaction({ transaction, network })).txid
}

test('tells contracts, accounts with keys and a warning, and URLs, without colours in a pipe', async () => {
  const command = await run(['--port', '0'], { under: 'contracts' })
  await command.waitFor(/Ctrl-C/)
  const text = command.stdout()
  expect(text).toContain(`${deployer}.shop`)
  expect(text).toMatch(/WARNING: these keys are public/)
  expect(text).toMatch(/wallet_1 {3}ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5 {2}100,000,000 STX/)
  expect(text).toContain(senderKey)
  expect(text).toMatch(/Node and API {2}http:\/\/127\.0\.0\.1:\d+/)
  expect(text).toMatch(/Authorization: Bearer \S{16,}/)
  expect(text).not.toContain('\u001b')
  expect(command.stderr()).not.toMatch(/warning/i)
})

test('tells each transaction in a line: block, txid, function, how it ended', async () => {
  const command = await run(['--port', '0', '--block-time', '0'])
  const [, url = ''] = await command.waitFor(/Node and API +(\S+)/)
  const bought = await buy(url, 5)
  await command.waitFor(new RegExp(`^#3 +0x${bought.slice(0, 8)}… shop\\.buy ok$`, 'm'))
  const refused = await buy(url, 0)
  await command.waitFor(
    new RegExp(`^#4 +0x${refused.slice(0, 8)}… shop\\.buy aborted {2}\\(err u100\\)$`, 'm'),
  )
})

test.each(['SIGINT', 'SIGTERM'] as const)('ends with exit code 0 on %s', async (signal) => {
  const command = await run(['--port', '0', '--json'])
  await readReady(command)
  command.kill(signal)
  expect(await command.ended).toBe(0)
})

describe('as JSON', () => {
  test('says in one line that it is ready, without keys', async () => {
    const command = await run(['--port', '0', '--json', '--block-time', '0'])
    const ready = await readReady(command)
    expect(ready).toMatchObject({
      ready: true,
      contracts: [`${deployer}.shop`],
      accounts: [{ name: 'deployer', address: deployer }, { name: 'wallet_1' }],
    })
    await buy(ready.url, 5)
    command.kill('SIGTERM')
    await command.ended
    expect(command.stdout().trim().split('\n')).toHaveLength(1)
    expect(command.stdout()).not.toContain(senderKey)
  })

  test('has the keys when asked for them', async () => {
    const ready = await readReady(await run(['--port', '0', '--json', '--keys']))
    expect(ready.accounts[1]).toMatchObject({ name: 'wallet_1', privateKey: senderKey })
  })
})

test('mines only when told with --manual', async () => {
  const { url, token } = await readReady(await run(['--port', '0', '--json', '--manual']))
  const txid = await buy(url, 5)
  const look = async () =>
    ((await (await fetch(`${url}/extended/v1/tx/0x${txid}`)).json()) as { tx_status: string }).tx_status
  expect(await look()).toBe('pending')
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  await fetch(`${url}/local/mine`, { method: 'POST', headers, body: '{}' })
  expect(await look()).toBe('success')
})

test('is another chain each time, unless it has a data directory', async () => {
  const { folder } = await makeProject({ files })
  const getHeight = async (...args: string[]) => {
    const command = startScript({ script, args: ['--port', '0', '--json', ...args], cwd: folder })
    const { url } = JSON.parse((await command.waitFor(/^.*\n/))[0])
    await buy(url, 5)
    const { stacks_tip_height } = (await (await fetch(`${url}/v2/info`)).json()) as {
      stacks_tip_height: number
    }
    command.kill('SIGTERM')
    await command.ended
    return stacks_tip_height
  }
  const immediate = ['--block-time', '0', '--tenure-time', '0']
  expect(await getHeight(...immediate)).toBe(3)
  expect(await getHeight(...immediate)).toBe(3)
  expect(await getHeight(...immediate, '--data-dir', 'kept')).toBe(3)
  expect(await getHeight(...immediate, '--data-dir', 'kept')).toBe(4)
  expect(await getHeight(...immediate, '--data-dir', 'kept', '--fresh')).toBe(3)
})

test('warns who listens where others can reach it', async () => {
  const command = await run(['--port', '0', '--host', '0.0.0.0', '--json'])
  await readReady(command)
  expect(command.stderr()).toMatch(/WARNING: Everybody who reaches 0\.0\.0\.0 can sign/)
})

describe('says in one sentence what to do, and ends with exit code 1,', () => {
  test('where there is no project', async () => {
    const { folder } = await makeProject({ files: {} })
    const command = startScript({ script, cwd: folder })
    expect(await command.ended).toBe(1)
    expect(command.stderr()).toMatch(
      /^local-chain: There is no Clarinet\.toml in .*: go to a Clarinet project, make one with `clarinet new <name>`, or name one with --manifest <path>\.\n$/,
    )
  })

  test('when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const command = await run(['--port', String(port)])
    expect(await command.ended).toBe(1)
    expect(command.stderr()).toContain(
      `local-chain: Port ${port} on 127.0.0.1 is taken: stop what listens there or choose another port.\n`,
    )
  })

  test.each([
    ['--port', '70000', /A port is a whole number/],
    ['--block-time', '5', /A time is 0, or/],
    ['--nonsense', 'x', /unknown option '--nonsense'/],
  ])('for %s %s', async (flag, value, problem) => {
    const command = await run([flag, value])
    expect(await command.ended).toBe(1)
    expect(command.stderr()).toMatch(problem)
  })
})

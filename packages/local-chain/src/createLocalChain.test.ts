import { appendFile, cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Cl } from '@stacks/transactions'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { controlChain } from '../testing/controlChain.ts'
import { lookAtChain } from '../testing/lookAtChain.ts'
import { manifestPath } from '../testing/manifestPath.ts'
import { startTestChain, type TestChain } from '../testing/startTestChain.ts'
import { createLocalChain } from './createLocalChain.ts'
import type { LocalChainOptions } from './LocalChainOptions.ts'

let folder: string
let dataDir: string
let running: TestChain[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-chain-'))
  dataDir = join(folder, 'data')
})
afterEach(async () => {
  await Promise.all(running.map(({ chain }) => chain.close()))
  running = []
  await rm(folder, { recursive: true })
})

async function start(options: Partial<LocalChainOptions> = {}): Promise<TestChain> {
  const started = await startTestChain({ dataDir, ...options })
  running.push(started)
  return started
}

async function copyProject(): Promise<{ manifestPath: string; contract: string; settings: string }> {
  const project = join(folder, 'project')
  await cp(join(manifestPath, '..'), project, { recursive: true })
  return {
    manifestPath: join(project, 'Clarinet.toml'),
    contract: join(project, 'contracts', 'counter.clar'),
    settings: join(project, 'settings', 'Devnet.toml'),
  }
}

describe('a chain in a data directory', () => {
  test('is after a restart what it was: tip, nonces, balances, mempool, contracts, clock', async () => {
    const first = await start()
    for (const [nonce, call] of [
      { functionName: 'add', args: [Cl.uint(5)] },
      { functionName: 'add-and-refuse' },
      { functionName: 'divide', args: [Cl.uint(0)] },
    ].entries()) {
      expect(await first.post(await first.signCall({ ...call, nonce }))).toMatchObject({ status: 200 })
    }
    first.chain.mine()
    first.chain.advanceTenures({ count: 2 })
    first.chain.mine({ blocks: 1 })
    const replaced = await first.signCall({ functionName: 'add', args: [Cl.uint(1)], nonce: 3 })
    const waiting = await first.signCall({ functionName: 'add', args: [Cl.uint(2)], nonce: 3, fee: 2000 })
    const ahead = await first.signCall({ functionName: 'add', args: [Cl.uint(3)], nonce: 5 })
    for (const tx of [replaced, waiting, ahead]) await first.post(tx)
    const before = await lookAtChain(first)
    await first.chain.close()

    const second = await start()
    expect(await lookAtChain(second)).toEqual(before)
    expect(second.chain.token).toBe(first.chain.token)
    expect(second.chain.mine()).toHaveLength(1)
    expect(second.chain.getTip().height).toBe(before.tip.height + 1)
  })

  test('tells contracts the same times when it is replayed', async () => {
    const first = await start()
    await first.post(await first.signCall({ functionName: 'add', args: [Cl.uint(5)], nonce: 0 }))
    first.chain.mine()
    const path = `/extended/v2/smart-contracts/${first.contractId}/logs`
    const before = await first.get(path)
    expect(before.body).toMatchObject({ total: 1 })
    await first.chain.close()
    const second = await start()
    expect(await second.get(path)).toEqual(before)
  })

  test('tells the times that a script set, frozen or running, while it mines by itself', async () => {
    const first = await start({ mining: 'interval', blockTimeMs: 10, tenureTimeMs: 10 })
    const setTime = async (body: unknown) =>
      (await controlChain(first.chain, 'POST', '/local/time', body)).body as { time: string }
    const mineUntilTold = (time: string) =>
      expect.poll(() => new Date(first.chain.getTip().time * 1000).toISOString()).toBe(time)
    await setTime({ at: '2031-02-03T03:00:00Z', frozen: true })
    await mineUntilTold('2031-02-03T03:00:00.000Z')
    expect(await setTime({ advanceSeconds: 600 })).toEqual({ time: '2031-02-03T03:10:00.000Z', frozen: true })
    await mineUntilTold('2031-02-03T03:10:00.000Z')
    first.chain.setMining({ mode: 'manual' })
    const before = await lookAtChain(first)
    await first.chain.close()

    const second = await start()
    expect(await lookAtChain(second)).toEqual(before)
    const [block] = second.chain.mine()
    expect(block?.time).toBe(Date.parse('2031-02-03T03:10:00Z') / 1000)
    const { body } = await controlChain(second.chain, 'POST', '/local/time', { frozen: false })
    expect(body).toMatchObject({ time: expect.stringMatching(/^2031-02-03T03:10:0/), frozen: false })
    for (let decade = 0; decade < 800; decade += 1) {
      const { status } = await controlChain(second.chain, 'POST', '/local/time', {
        advanceSeconds: 315_360_000,
      })
      if (status === 400) break
    }
    expect(second.chain.mine()[0]?.time).toBeLessThan(Date.parse('9999-12-31T23:59:59Z') / 1000 + 1)
  })

  test('reads a journal from before reorgs, verdicts by fork and a clock that stops', async () => {
    const first = await start()
    const { contractId } = first
    await first.post(await first.signCall({ functionName: 'add', args: [Cl.uint(5)], nonce: 0 }))
    first.chain.mine()
    await controlChain(first.chain, 'POST', '/local/time', { advanceSeconds: 60 })
    const gap = await first.signTransfer({ amount: 1n, to: contractId, nonce: 2 })
    await first.post(gap)
    const before = await lookAtChain(first)
    await first.chain.close()
    const journal = join(dataDir, 'journal.jsonl')
    const later = /,"(fork|frozenAt|status)":[^,}]*/g
    const written = await readFile(journal, 'utf8')
    expect(written).toMatch(later)
    await writeFile(journal, written.replaceAll(later, ''))
    expect(await lookAtChain(await start())).toEqual(before)
  })

  test('takes a reorg whose line was torn for none', async () => {
    const first = await start()
    await first.post(await first.signCall({ functionName: 'add', args: [Cl.uint(5)], nonce: 0 }))
    first.chain.mine()
    const before = await lookAtChain(first)
    await first.chain.close()
    await appendFile(join(dataDir, 'journal.jsonl'), '{"type":"reorg","blocks":1')
    expect(await lookAtChain(await start())).toEqual(before)
  })

  test('drops what a crash tore off at the end, and goes on', async () => {
    const first = await start()
    await first.post(await first.signCall({ functionName: 'add', args: [Cl.uint(5)], nonce: 0 }))
    const before = await lookAtChain(first)
    await first.chain.close()
    await appendFile(join(dataDir, 'journal.jsonl'), '{"type":"block","time":1')
    const again = await start()
    expect(await lookAtChain(again)).toEqual(before)
    expect(again.chain.mine()).toHaveLength(1)
  })

  test.each([
    ['lacks its beginning', (intact: string) => intact.slice(intact.indexOf('\n') + 1), 1],
    ['mines what was never accepted', (intact: string) => `${intact}{"type":"drop","txid":"0x00"}\n`, 4],
    [
      'has a transaction that is none',
      (intact: string) => `${intact}{"type":"transaction","bytes":"80","at":1}\n`,
      4,
    ],
    ['orphans its genesis', (intact: string) => `${intact}{"type":"reorg","blocks":2}\n`, 4],
    ['begins twice', (intact: string) => `${intact}${intact}`, 4],
  ])('refuses a journal that %s, and says how to go on', async (_, damage, line) => {
    await (await start()).chain.close()
    const journal = join(dataDir, 'journal.jsonl')
    await writeFile(journal, damage(await readFile(journal, 'utf8')))
    await expect(start()).rejects.toMatchObject({
      code: 'LOCAL_CHAIN_JOURNAL_CORRUPT',
      shortMessage: expect.stringMatching(new RegExp(`from line ${line} .*--fresh`)),
    })
    await start({ fresh: true })
  })

  test('starts over when told to, as another chain', async () => {
    const first = await start()
    await first.post(await first.signCall({ functionName: 'add', args: [Cl.uint(5)], nonce: 0 }))
    first.chain.mine()
    await first.chain.close()
    const second = await start({ fresh: true })
    expect(second.chain.getTip().height).toBe(2)
    expect(second.chain.token).toBe(first.chain.token)
    expect((await second.get(`/extended/v2/blocks/${first.chain.getTip().hash}`)).status).toBe(404)
    expect((await second.get('/extended/v2/blocks/1')).body).not.toEqual(
      expect.objectContaining({ hash: first.chain.getTip().hash }),
    )
  })

  test('deploys once, and refuses a contract that changed under it', async () => {
    const project = await copyProject()
    const first = await start({ manifestPath: project.manifestPath })
    const { body: deployed } = await first.get(`/extended/v1/contract/${first.contractId}`)
    expect(deployed).toMatchObject({ block_height: 2, tx_id: first.chain.getTip().txid })
    await first.chain.close()
    const second = await start({ manifestPath: project.manifestPath })
    expect(second.chain.getTip()).toEqual(first.chain.getTip())
    await second.chain.close()

    await appendFile(project.contract, '\n(define-read-only (get-more) u1)\n')
    const { manifestPath: path } = project
    await expect(start({ manifestPath: path })).rejects.toMatchObject({
      code: 'LOCAL_CHAIN_CONTRACT_CHANGED',
      shortMessage: expect.stringMatching(/counter differs .* --fresh/),
    })
    const third = await start({ manifestPath: path, fresh: true })
    expect(third.chain.getTip().height).toBe(2)
  })

  test('belongs to one process, and is free again when that one is gone', async () => {
    const first = await start()
    await expect(createLocalChain({ manifestPath, dataDir, port: 0 })).rejects.toMatchObject({
      code: 'DATA_DIRECTORY_LOCKED',
      shortMessage: expect.stringContaining(`process ${process.pid}`),
    })
    await first.chain.close()
    await start()
  })

  test('keeps its token and its journal from other users', async () => {
    await start()
    for (const name of ['token', 'journal.jsonl']) {
      expect((await stat(join(dataDir, name))).mode & 0o077).toBe(0)
    }
  })
})

describe('a chain that cannot start says in one sentence what to do', () => {
  test('when its port is taken, and lets go of everything it held', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    await expect(start({ port })).rejects.toMatchObject({
      code: 'LOCAL_CHAIN_PORT_TAKEN',
      message: `Port ${port} on 127.0.0.1 is taken: stop what listens there or choose another port.`,
    })
    await new Promise((resolve) => other.close(resolve))
    const again = await start({ port })
    expect(again.chain.url).toBe(`http://127.0.0.1:${port}`)
  })

  test('when there is no Clarinet.toml, no settings or no source', async () => {
    const absent = join(folder, 'Clarinet.toml')
    await expect(start({ manifestPath: absent })).rejects.toMatchObject({
      code: 'LOCAL_CHAIN_PROJECT_NOT_FOUND',
      message: `The Clarinet project was not found at ${absent}: give the path of a Clarinet project that has it.`,
    })
    const { manifestPath: path, contract, settings } = await copyProject()
    await rm(contract)
    await expect(start({ manifestPath: path })).rejects.toMatchObject({
      shortMessage: expect.stringContaining('The source of contract counter was not found'),
    })
    await rm(settings)
    await expect(start({ manifestPath: path })).rejects.toMatchObject({
      shortMessage: expect.stringContaining('settings was not found'),
    })
  })

  test.each([
    ['[contracts', /not valid TOML/],
    ['[contracts.counter]\npath = 7', /contracts\.counter\.path/],
    ['[contracts.counter]\npath = "contracts/counter.clar"\ndeployer = "nobody"', /deployed by "nobody"/],
  ])('when Clarinet.toml says %j', async (text, problem) => {
    const project = await copyProject()
    await writeFile(project.manifestPath, text)
    await expect(start({ manifestPath: project.manifestPath })).rejects.toMatchObject({
      code: 'LOCAL_CHAIN_PROJECT_INVALID',
      shortMessage: expect.stringMatching(problem),
    })
  })

  test('when a mnemonic is wrong, without telling it', async () => {
    const project = await copyProject()
    await writeFile(project.settings, '[accounts.deployer]\nmnemonic = "hush hush hush"\nbalance = 1')
    const refused = start({ manifestPath: project.manifestPath })
    await expect(refused).rejects.toMatchObject({ code: 'LOCAL_CHAIN_PROJECT_INVALID' })
    await expect(refused).rejects.not.toThrow(/hush/)
  })

  test('when a contract does not compile', async () => {
    const project = await copyProject()
    await writeFile(project.contract, '(define-read-only (f) (nothing-such u1))')
    await expect(start({ manifestPath: project.manifestPath })).rejects.toMatchObject({
      code: 'LOCAL_CHAIN_DEPLOY_FAILED',
      shortMessage: expect.stringContaining("unresolved function 'nothing-such'"),
    })
  })

  test('when its options make no sense', async () => {
    await expect(start({ port: 70_000, blockTimeMs: 0 })).rejects.toMatchObject({
      code: 'LOCAL_CHAIN_OPTIONS_INVALID',
      shortMessage: expect.stringMatching(/port: .*; blockTimeMs: /),
    })
  })
})

test('several contracts are deployed in the order of their references', async () => {
  const project = await copyProject()
  const contracts = join(project.contract, '..')
  await writeFile(join(contracts, 'caller.clar'), '(define-public (call) (contract-call? .base get-it))')
  await writeFile(join(contracts, 'base.clar'), '(define-public (get-it) (ok u42))')
  await writeFile(
    project.manifestPath,
    ['caller', 'base'].map((name) => `[contracts.${name}]\npath = "contracts/${name}.clar"\n`).join(''),
  )
  const { chain, get, account } = await start({ manifestPath: project.manifestPath })
  expect(chain.getTip().height).toBe(3)
  const { address } = account('deployer')
  expect((await get(`/extended/v1/contract/${address}.base`)).body).toMatchObject({ block_height: 2 })
  expect((await get(`/extended/v1/contract/${address}.caller`)).body).toMatchObject({ block_height: 3 })
})

test('who observes the transactions can break neither mining nor answers', async () => {
  const errors: unknown[] = []
  const failure = new Error('the observer is at fault')
  const { post, signCall, get } = await start({
    mining: 'immediate',
    onTransaction: () => {
      throw failure
    },
    onError: (error) => errors.push(error),
  })
  const { status, body: txid } = await post(
    await signCall({ functionName: 'add', args: [Cl.uint(1)], nonce: 0 }),
  )
  expect(status).toBe(200)
  expect(await get(`/extended/v3/transactions/0x${txid}`)).toMatchObject({ body: { status: 'success' } })
  expect(errors).toEqual([failure])
})

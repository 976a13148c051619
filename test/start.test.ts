import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { baseEnvironment } from './harness/baseEnvironment.ts'
import { createCleanup } from './harness/createCleanup.ts'
import { createTempDir } from './harness/createTempDir.ts'
import { findFreePort } from './harness/findFreePort.ts'
import { medikeyMain } from './harness/medikeyMain.ts'
import { readChainPid } from './harness/readChainPid.ts'
import { type DemoPlace, startDemo } from './harness/startDemo.ts'
import { type Running, startProcess } from './harness/startProcess.ts'
import { waitUntil } from './harness/waitUntil.ts'

const WITHIN_MS = 60_000

const shared = createCleanup()
const own = createCleanup()
let place: DemoPlace
let firstRun: Running

const createPlace = async (cleanup = own): Promise<DemoPlace> => ({
  directory: createTempDir({ cleanup }),
  port: await findFreePort(),
  chainPort: await findFreePort(),
})

/** Waits for a sentence on either stream. */
function sees(running: Running, sentence: string): Promise<true> {
  const gone = new AbortController()
  void running.exited.then(() => gone.abort(new Error(`MediKey ended: ${running.stderr()}`)))
  return waitUntil({
    what: `"${sentence}" in: ${running.stderr()}${running.stdout()}`,
    withinMs: WITHIN_MS,
    look: () => (`${running.stderr()}${running.stdout()}`.includes(sentence) ? true : null),
    signal: gone.signal,
  })
}

const readyz = async (at: DemoPlace) => {
  const answer = await fetch(`http://127.0.0.1:${at.port}/readyz`)
  return { status: answer.status, body: await answer.json() }
}

/** Says something in the running demo, from a process of its own. */
async function say(persona: string, text: string): Promise<string> {
  const running = startProcess({
    script: medikeyMain,
    args: ['say', persona, text],
    env: { ...baseEnvironment({ home: place.directory }), MEDIKEY_DATA_DIR: place.directory },
    cwd: place.directory,
  })
  expect(await running.exited, running.stderr()).toEqual({ code: 0, signal: null })
  return running.stdout()
}

const chainAnswers = (at: DemoPlace) =>
  fetch(`http://127.0.0.1:${at.chainPort}/v2/info`).then(
    () => true,
    () => false,
  )

/** Expects an exit with code 1 and one sentence, without a stack. */
async function refuses(running: Running): Promise<string> {
  expect(await running.exited).toEqual({ code: 1, signal: null })
  const lines = running.stderr().split('\n')
  expect(lines.filter((line) => /^\s+at /.test(line) || line.startsWith('{'))).toEqual([])
  const sentences = lines.filter((line) => line.startsWith('medikey: '))
  expect(sentences).toHaveLength(1)
  return sentences[0] ?? ''
}

afterEach(own.run)
afterAll(shared.run)

describe('medikey start without any configuration', () => {
  beforeAll(async () => {
    place = await createPlace(shared)
    firstRun = startDemo(place, { cleanup: shared })
    await sees(firstRun, 'MediKey goes on running')
  })

  test('plays the story, from the command to the draw that the contract refuses', () => {
    const story = firstRun.stdout()
    expect(story).toContain('/medikey grant 1 @nadia 500 for 8h')
    expect(story).toContain('Access granted, on chain in block')
    expect(story).toContain('(err u105)')
  })

  test('says which addresses serve what, where the data lies and how to connect a chat', () => {
    const told = firstRun.stderr()
    expect(told).toContain(`http://127.0.0.1:${place.port} (/livez, /readyz, /metrics)`)
    expect(told).toContain(`http://127.0.0.1:${place.chainPort}`)
    expect(told).toContain(place.directory)
    expect(told).toContain('"Connecting Slack" and "Connecting Discord" in README.md')
  })

  test('is alive and ready, and counts what happened', async () => {
    expect((await fetch(`http://127.0.0.1:${place.port}/livez`)).status).toBe(200)
    expect(await readyz(place)).toEqual({
      status: 200,
      body: { status: 'ready', checks: { start: 'ok', store: 'ok', chain: 'ok', follower: 'ok' } },
    })
    const metrics = await (await fetch(`http://127.0.0.1:${place.port}/metrics`)).text()
    expect(metrics).toContain('medikey_evidence_total{action="request-approved"} 1')
    expect(metrics).toContain('medikey_evidence_total{action="transaction-included"} 1')
    expect(metrics).toMatch(/medikey_posts_total\{platform="terminal",kind="card",outcome="sent"\} \d/)
  })

  test('lets somebody at another terminal ask and decide, and shows them the card until it is on chain', async () => {
    const asked = await say('alice', 'grant 2 @tom 200 for 8h night shift')
    const [, approve] = /\[ Approve \] {2}medikey say cmo "(approve \w+)"/.exec(asked) ?? []
    expect(asked).toMatch(/^Only visible to @alice\n.*\n#approvals\n/s)
    expect(await say('cmo', approve ?? '')).toMatch(
      /#approvals, edited\n.*Access granted, on chain in block \d/s,
    )
    expect(await say('tom', 'privilege 2 @tom')).toContain('0 of 200')
  })

  test('refuses a second start on the same data, and says who holds it', async () => {
    const sentence = await refuses(startDemo(place, { cleanup: own }))
    expect(sentence).toContain(place.directory)
    expect(sentence).toMatch(new RegExp(`process ${firstRun.pid} \\(medikey start, since \\d{4}-`))
    expect((await readyz(place)).status).toBe(200)
  })

  test('refuses a port that somebody listens on, and names the variable', async () => {
    const other = await createPlace()
    const sentence = await refuses(startDemo({ ...other, port: place.port }, { cleanup: own }))
    expect(sentence).toContain(`Port ${place.port} `)
    expect(sentence).toContain('PORT')
  })

  test('refuses the port of another chain', async () => {
    const other = await createPlace()
    const sentence = await refuses(startDemo({ ...other, chainPort: place.chainPort }, { cleanup: own }))
    expect(sentence).toContain(`Port ${place.chainPort} `)
    expect(sentence).toContain('MEDIKEY_CHAIN_PORT')
    expect(await chainAnswers(place)).toBe(true)
  })

  test('refuses a chain without the contract, and names it', async () => {
    const other = await createPlace()
    const env = {
      STACKS_API_URL: `http://127.0.0.1:${place.chainPort}`,
      MEDIKEY_CONFIG: writeContract(other, 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM.medvault-2'),
    }
    expect(await refuses(startDemo(other, { env, cleanup: own }))).toContain('medvault-2 is not deployed')
  })

  test('survives a power cut: a restart at once finds its data and ends what was left of the first', async () => {
    const chainPid = readChainPid(place)
    firstRun.kill('SIGKILL')
    await firstRun.exited
    const again = startDemo(place, { cleanup: shared })
    await sees(again, 'The story of this clinic was told before')
    expect(readChainPid(place)).not.toBe(chainPid)
    expect(() => process.kill(chainPid, 0)).toThrow('ESRCH')
    await sees(again, 'Nadia Rahman (@nadia): 300 of 500 used')
    await sees(again, 'MediKey goes on running')

    again.kill('SIGTERM')
    const askedAt = performance.now()
    expect(await again.exited).toEqual({ code: 0, signal: null })
    expect(performance.now() - askedAt).toBeLessThan(10_000)
    expect(await chainAnswers(place)).toBe(false)
    expect(existsSync(`${place.directory}/medikey.sock`)).toBe(false)
  })

  test('ends with a sentence when its chain does, which is given nothing secret', async () => {
    const env = { MEDIKEY_KEYSTORE_PASSPHRASE: 'a passphrase of the test', STACKS_API_KEY: 'a-key' }
    const running = startDemo(place, { args: ['--no-story'], env, cleanup: own })
    await sees(running, 'MediKey is running on')
    const pid = readChainPid(place)
    if (process.platform === 'linux') {
      const names = readFileSync(`/proc/${pid}/environ`, 'utf8')
        .split('\0')
        .map((line) => line.split('=')[0])
      expect(names.filter((name) => name !== '').toSorted()).toEqual([
        'HOME',
        'MEDIKEY_CHAIN_PORT',
        'MEDIKEY_DATA_DIR',
        'PATH',
      ])
    }
    process.kill(pid, 'SIGKILL')
    expect(await running.exited).toEqual({ code: 1, signal: null })
    expect(running.stderr()).toContain('medikey: The local chain does not run: it ended with SIGKILL.')
    expect(running.stdout()).not.toContain('story')
  })
})

describe('medikey start', () => {
  test('refuses a chain that does not answer, and names its address', async () => {
    const at = await createPlace()
    const url = `http://127.0.0.1:${at.chainPort}`
    const sentence = await refuses(startDemo(at, { env: { STACKS_API_URL: url }, cleanup: own }))
    expect(sentence).toContain(`The chain at ${url} cannot be used`)
    expect(sentence).toContain('STACKS_API_URL')
  })

  test('refuses a database that does not answer, without telling its password', async () => {
    const at = await createPlace()
    const env = { DATABASE_URL: `postgres://medikey:hushhush@127.0.0.1:${at.chainPort}/medikey` }
    const running = startDemo({ ...at, chainPort: await findFreePort() }, { env, cleanup: own })
    await refuses(running)
    expect(running.stderr()).not.toContain('hushhush')
  })

  test('refuses parts that there are not, and parts that are not configured', async () => {
    const at = await createPlace()
    const unknown = startDemo(at, { args: ['--only', 'slack,wroker'], cleanup: own })
    expect(await refuses(unknown)).toContain('"wroker": name one or more of slack,')
    const unset = startDemo(at, { args: ['--only', 'slack'], cleanup: own })
    expect(await refuses(unset)).toContain('Slack is not configured')
    const other = startDemo(at, { args: ['--only', 'discord'], cleanup: own })
    expect(await refuses(other)).toContain('Discord is not configured')
  })

  test('lists every problem of its configuration at once', async () => {
    const at = await createPlace()
    const env = { PORT: 'many', LOG_LEVEL: 'loud', MEDIKEY_DATADIR: '/tmp' }
    const running = startDemo(at, { env, cleanup: own })
    expect(await running.exited).toEqual({ code: 1, signal: null })
    for (const name of Object.keys(env)) expect(running.stderr()).toContain(name)
  })

  test('can be stopped while it starts', async () => {
    const at = await createPlace()
    const running = startDemo(at, { cleanup: own })
    await sees(running, 'Starting the local chain')
    running.kill('SIGTERM')
    expect(await running.exited).toEqual({ code: 0, signal: null })
    expect(running.stderr()).toMatch(/^Stopping …$.*^Stopped\.$/ms)
    expect(running.stderr()).not.toContain('medikey: ')
  })

  test('waits for nobody who holds a port without being MediKey', async () => {
    const at = await createPlace()
    const squatter = createServer().listen(at.port, '127.0.0.1')
    await once(squatter, 'listening')
    own.add(() => squatter.close())
    expect(await refuses(startDemo(at, { cleanup: own }))).toContain(`Port ${at.port} on 127.0.0.1 is taken`)
  })
})

function writeContract(at: DemoPlace, contract: string): string {
  const path = `${at.directory}/medikey.yaml`
  writeFileSync(path, `network: devnet\ncontract: ${contract}\n`)
  return path
}

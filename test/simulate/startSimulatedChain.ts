import { fileURLToPath } from 'node:url'
import {
  type ContractCall,
  type ContractClient,
  createContractClient,
  createPrivateKeySigner,
} from '@medikey/contract-client'
import { getPersona } from 'medikey'
import { z } from 'zod'
import { baseEnvironment } from '../harness/baseEnvironment.ts'
import type { Cleanup } from '../harness/createCleanup.ts'
import { createTempDir } from '../harness/createTempDir.ts'
import { startProcess } from '../harness/startProcess.ts'
import type { Person } from './Person.ts'

const script = fileURLToPath(new URL('../../packages/local-chain/src/main.ts', import.meta.url))
const readySchema = z.object({ ready: z.literal(true), url: z.url(), token: z.string() })
const READY_WITHIN_MS = 60_000

/** A local chain whose clock and blocks the simulation makes. */
export type SimulatedChain = {
  readonly url: string
  readonly client: ContractClient
  /** Sets the time that the next blocks tell. */
  setTime(at: Date): Promise<void>
  /** Puts everything that waits into blocks. */
  mine(): Promise<void>
  /** Makes a block, whether or not something waits. */
  tick(): Promise<void>
  /** Ends the tenure, as Bitcoin's blocks do: what lies two tenures back is final. */
  advanceTenure(): Promise<void>
  /** Takes the newest blocks back; their transactions wait again. */
  reorg(options: { blocks: number }): Promise<void>
  /** Gives somebody what their transactions cost. */
  fund(person: Person): Promise<void>
  /** Signs and sends a call from somebody's own wallet, past MediKey. */
  send(options: { person: Person; call: ContractCall }): Promise<void>
  countSent(): number
}

/** Starts the chain in a process of its own. */
export async function startSimulatedChain(options: { cleanup: Cleanup }): Promise<SimulatedChain> {
  const { cleanup } = options
  const running = startProcess({
    script,
    args: ['--json', '--port', '0', '--manual', '--no-costs'],
    env: baseEnvironment({ home: createTempDir({ cleanup }) }),
    cwd: import.meta.dirname,
  })
  cleanup.add(async () => {
    running.kill('SIGKILL')
    await running.exited
  })
  const { promise, resolve, reject } = Promise.withResolvers<z.output<typeof readySchema>>()
  running.onLine((line) => {
    const ready = readySchema.safeParse(parseJson(line))
    if (ready.success) resolve(ready.data)
  })
  void running.exited.then(({ code }) =>
    reject(new Error(`The chain ended with ${code}: ${running.stderr()}`)),
  )
  const timer = setTimeout(
    () => reject(new Error(`The chain is not ready: ${running.stderr()}`)),
    READY_WITHIN_MS,
  )
  const { url, token } = await promise.finally(() => clearTimeout(timer))

  const contract = `${getPersona('cmo').principal}.medvault`
  const client = createContractClient({ apiUrl: url, network: 'devnet', contract })
  const control = async (path: string, body: object) => {
    const answer = await fetch(`${url}/local/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`The chain refused /local/${path}: ${await answer.text()}`)
  }
  /** A nurse signs nowhere but here, so theirs are counted instead of asked. */
  const nonces = new Map<string, bigint>()
  let sent = 0
  const nextNonce = async ({ principal, role }: Person) => {
    const counted = nonces.get(principal)
    if (counted !== undefined && role === 'nurse') return counted
    return (await client.getNonces({ principal })).nextNonce
  }
  return {
    url,
    client,
    setTime: (at) => control('time', { at: at.toISOString(), frozen: true }),
    mine: () => control('mine', {}),
    tick: () => control('mine', { blocks: 1 }),
    advanceTenure: () => control('tenures', { count: 1 }),
    reorg: (reorg) => control('reorg', reorg),
    fund: ({ principal }) => control('faucet', { address: principal }),
    async send({ person, call }) {
      const signer = createPrivateKeySigner({ privateKey: person.privateKey, network: 'devnet' })
      const nonce = await nextNonce(person)
      const prepared = await client.prepare({ call, signer, nonce, fee: 1_000n })
      await client.broadcast(prepared)
      nonces.set(person.principal, nonce + 1n)
      sent += 1
    },
    countSent: () => sent,
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

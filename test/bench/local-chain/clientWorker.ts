import { Agent, request } from 'node:http'
import { Cl, getAddressFromPrivateKey, makeContractCall } from '@stacks/transactions'
import { answerAsks } from './answerAsks.ts'
import { callArguments, contractName, functionName, readArguments, readName } from './calls.ts'
import type { Opened } from './chainWorker.ts'

/** How long a load took, and how much of a core the client needed for it. */
export type Load = { readonly ms: number; readonly clientMs: number }

/** A sender with a connection of its own: each of its transactions waits for the answer to the one before. */
type Lane = { readonly privateKey: string; nonce: number; readonly signed: Uint8Array[] }

/** The connections of the round that is measured: an idle one would be closed by the chain meanwhile. */
let agent = new Agent()
let url = ''
let deployer = ''
let lanes: Lane[] = []

async function sign(lane: Lane): Promise<Uint8Array> {
  const transaction = await makeContractCall({
    contractAddress: deployer,
    contractName,
    functionName,
    functionArgs: callArguments(),
    senderKey: lane.privateKey,
    network: 'devnet',
    nonce: lane.nonce,
    fee: 1000,
    postConditionMode: 'deny',
  })
  lane.nonce += 1
  return transaction.serializeBytes()
}

function send(path: string, type: string, body: string | Uint8Array): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const headers = { 'content-type': type, 'content-length': Buffer.byteLength(body) }
  const sent = request(`${url}${path}`, { method: 'POST', agent, headers }, (response) => {
    let text = ''
    response.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
    response.on('end', () => {
      if (response.statusCode === 200) resolve(text)
      else reject(new Error(`The chain answered ${response.statusCode}: ${text}`))
    })
  })
  sent.on('error', reject).end(body)
  return promise
}

const post = (bytes: Uint8Array) => send('/v2/transactions', 'application/octet-stream', bytes)

async function read(i: number): Promise<void> {
  const body = JSON.stringify({
    sender: deployer,
    arguments: readArguments(i).map((value) => `0x${Cl.serialize(value).replace(/^0x/, '')}`),
  })
  const answer = await send(
    `/v2/contracts/call-read/${deployer}/${contractName}/${readName}`,
    'application/json',
    body,
  )
  if (JSON.parse(answer).okay !== true) throw new Error(`A read was refused: ${answer}`)
}

/** Runs one of these for each lane, and says how long all of them took and what this process needed of it. */
async function measure(work: (lane: Lane, i: number) => Promise<void>): Promise<Load> {
  agent = new Agent({ keepAlive: true })
  const startedAt = performance.now()
  const cpu = process.cpuUsage()
  await Promise.all(lanes.map(work))
  const { user, system } = process.cpuUsage(cpu)
  agent.destroy()
  return { ms: performance.now() - startedAt, clientMs: (user + system) / 1000 }
}

answerAsks({
  open(options: Opened) {
    ;({ url, deployer } = options)
    // The deployer's nonces are the deployment's.
    lanes = options.keys
      .filter((privateKey) => getAddressFromPrivateKey(privateKey, 'devnet') !== deployer)
      .slice(0, 8)
      .map((privateKey) => ({ privateKey, nonce: 0, signed: [] }))
  },
  /** Signs `count` transactions for later. */
  async sign({ count }: { count: number }) {
    for (let i = 0; i < count; i += 1) {
      const lane = lanes[i % lanes.length]
      lane?.signed.push(await sign(lane))
    }
  },
  /** Posts what was signed. */
  post: () =>
    measure(async (lane) => {
      for (const bytes of lane.signed) await post(bytes)
      lane.signed.length = 0
    }),
  /** Signs and posts `count` transactions. */
  stream: ({ count }: { count: number }) =>
    measure(async (lane, i) => {
      for (let done = i; done < count; done += lanes.length) await post(await sign(lane))
    }),
  read: ({ count }: { count: number }) =>
    measure(async (_, i) => {
      for (let done = i; done < count; done += lanes.length) await read(done)
    }),
})

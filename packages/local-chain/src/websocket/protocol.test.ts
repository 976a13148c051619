import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectWebSocketClient } from '@stacks/blockchain-api-client'
import { Cl } from '@stacks/transactions'
import { afterAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { connectRaw } from '../../testing/connectRaw.ts'
import { startTestChain } from '../../testing/startTestChain.ts'
import { createWebSocketServer } from './createWebSocketServer.ts'

const { chain, account, signCall, post } = await startTestChain()
const address = account('wallet_1').address
afterAll(() => chain.close())

function subscribe(params: unknown, id: unknown = 1, method = 'subscribe'): string {
  return JSON.stringify({ jsonrpc: '2.0', id, method, params })
}

describe('what is no request is answered as JSON-RPC says', () => {
  const cases: [string, string | Uint8Array, unknown][] = [
    [
      'no JSON',
      '{',
      { jsonrpc: '2.0', id: null, error: { code: -32700, message: 'Parse error', data: '{' } },
    ],
    ['bytes that are no text', Uint8Array.of(0xff, 0x00), { id: null, error: { code: -32700 } }],
    ['an empty message', '', { id: null, error: { code: -32600 } }],
    ['JSON that is no request', '17', { id: null, error: { code: -32600, data: 17 } }],
    ['an empty batch', '[]', { id: null, error: { code: -32600 } }],
    [
      'another version',
      '{"jsonrpc":"1.0","id":1,"method":"subscribe"}',
      { id: null, error: { code: -32600 } },
    ],
    ['an id that may not be one', subscribe({ event: 'block' }, {}), { id: null, error: { code: -32603 } }],
    ['an answer', '{"jsonrpc":"2.0","id":4,"result":1}', { id: 4, error: { code: -32600 } }],
    [
      'an unknown method',
      subscribe({ event: 'block' }, 'a', 'explode'),
      { jsonrpc: '2.0', id: 'a', error: { code: -32601, message: 'Method not found' } },
    ],
    ['no params', '{"jsonrpc":"2.0","id":2,"method":"subscribe"}', { id: 2, error: { code: -32602 } }],
    ['params in a list', subscribe(['block'], 5), { id: 5, error: { code: -32602 } }],
    [
      'an unknown event',
      subscribe({ event: 'weather' }),
      { error: { code: -32602, data: 'subscription request must use a valid event name' } },
    ],
    [
      'a transaction id that is none',
      subscribe({ event: 'tx_update', tx_id: '0x12' }),
      { error: { code: -32602, data: 'invalid tx_id' } },
    ],
    [
      'an address that is none',
      subscribe({ event: 'address_tx_update', address: `${address}X` }),
      { error: { code: -32602, data: 'invalid address' } },
    ],
    [
      'an address that is a number',
      subscribe({ event: 'address_balance_update', address: 7 }),
      { error: { code: -32602, data: 'invalid address' } },
    ],
  ]
  test.each(cases)('%s', async (_, message, expected) => {
    const connection = await connectRaw(chain.url)
    expect(await connection.ask(message)).toMatchObject(expected as object)
    expect(await connection.ask(subscribe({ event: 'block' }))).toEqual({ jsonrpc: '2.0', id: 1, result: {} })
    connection.socket.terminate()
  })

  test('nesting without end', async () => {
    const { ask, socket } = await connectRaw(chain.url)
    const answer = await ask('['.repeat(30_000) + ']'.repeat(30_000))
    expect([answer].flat()[0]).toMatchObject({ id: null, error: { code: expect.any(Number) } })
    socket.terminate()
  })

  test('a batch is answered in one message, notifications of the client not at all', async () => {
    const { ask, socket } = await connectRaw(chain.url)
    const notification = { jsonrpc: '2.0', method: 'subscribe', params: { event: 'block' } }
    socket.send(JSON.stringify(notification))
    const principal = `${address}.some-contract`
    const requests = [
      notification,
      JSON.parse(subscribe({ event: 'address_tx_update', address: principal }, 'x')),
      JSON.parse(subscribe({ event: 'tx_update', tx_id: 'AB'.repeat(32) }, 'y')),
    ]
    expect(await ask(JSON.stringify(requests))).toEqual([
      { jsonrpc: '2.0', id: 'x', result: { address: principal } },
      { jsonrpc: '2.0', id: 'y', result: { tx_id: `0x${'ab'.repeat(32)}` } },
    ])
    socket.terminate()
  })

  test('a request in a binary frame is read like one in text', async () => {
    const { ask, socket } = await connectRaw(chain.url)
    expect(await ask(Buffer.from(subscribe({ event: 'mempool' }, 9)))).toEqual({
      jsonrpc: '2.0',
      id: 9,
      result: {},
    })
    socket.terminate()
  })
})

describe('bounds', () => {
  test('an oversized message closes the connection with code 1009, and no other one', async () => {
    const [large, other] = [await connectRaw(chain.url), await connectRaw(chain.url)]
    large.socket.send('x'.repeat(70_000))
    expect(await large.closed).toBe(1009)
    expect(await other.ask(subscribe({ event: 'block' }))).toMatchObject({ result: {} })
    other.socket.terminate()
  })

  test('1,000 subscriptions of one connection all hear; past 1,024 it is told to end some', async () => {
    const { ask, next, socket } = await connectRaw(chain.url)
    for (let i = 0; i < 999; i += 1) {
      const tx_id = i.toString(16).padStart(64, '0')
      socket.send(subscribe({ event: 'tx_update', tx_id }, i))
    }
    for (let i = 0; i < 999; i += 1) expect(await next()).toMatchObject({ id: i, result: {} })
    expect(await ask(subscribe({ event: 'block' }))).toMatchObject({ result: {} })
    chain.mine()
    expect(await next()).toMatchObject({ method: 'block', params: { height: chain.getTip().height } })
    for (let i = 0; i < 24; i += 1)
      await ask(subscribe({ event: 'tx_update', tx_id: i.toString(16).padStart(64, 'f') }))
    const tx_id = 'ee'.repeat(32)
    expect(await ask(subscribe({ event: 'tx_update', tx_id }))).toMatchObject({
      error: { code: -32000, message: expect.stringContaining('end some') },
    })
    await ask(subscribe({ event: 'block' }, 1, 'unsubscribe'))
    expect(await ask(subscribe({ event: 'tx_update', tx_id }))).toMatchObject({ result: {} })
    socket.terminate()
  })

  test('a client that does not read is cut once 4 MiB wait for it, with code 1013 if it reads soon after', async () => {
    const slow = await connectRaw(chain.url)
    slow.socket.pause()
    // Each is answered with itself.
    const message = `"${'x'.repeat(60_000)}`
    const sent = Array.from(
      { length: 400 },
      () => new Promise<void>((resolve) => slow.socket.send(message, () => resolve())),
    )
    await Promise.all(sent)
    slow.socket.resume()
    // Who comes back to reading too late finds the connection gone.
    expect([1013, 1006]).toContain(await slow.closed)
  })

  test('a client that is gone without a word is cut at the second heartbeat', async () => {
    const webSockets = createWebSocketServer({ heartbeatMs: 10 })
    const server = createServer()
    server.on('upgrade', (request, socket, head) =>
      webSockets.server.handleUpgrade(request, socket, head, (client) =>
        webSockets.server.emit('connection', client, request),
      ),
    )
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    const gone = new WebSocket(`ws://127.0.0.1:${port}/`, { autoPong: false })
    const [code] = await once(gone, 'close')
    expect(code).toBe(1006)
    webSockets.close()
    server.close()
  })
})

describe('the handshake', () => {
  async function handshake(path: string, headers: Record<string, string> = {}): Promise<string> {
    const { hostname, port } = new URL(chain.url)
    const socket = connect(Number(port), hostname)
    const lines = {
      Host: `${hostname}:${port}`,
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
      'Sec-WebSocket-Version': '13',
      ...headers,
    }
    const fields = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`)
    socket.write(`GET ${path} HTTP/1.1\r\n${fields.join('')}\r\n`)
    const [answer] = await once(socket, 'data')
    socket.destroy()
    return String(answer).split('\r\n', 1)[0] ?? ''
  }

  test('is refused with a plain status anywhere else, and when it is damaged', async () => {
    expect(await handshake('/extended/v1/ws')).toBe('HTTP/1.1 101 Switching Protocols')
    expect(await handshake('/extended/v1/ws?x=1')).toBe('HTTP/1.1 101 Switching Protocols')
    expect(await handshake('/extended/v1/wss')).toBe('HTTP/1.1 404 Not Found')
    expect(await handshake('/')).toBe('HTTP/1.1 404 Not Found')
    expect(await handshake('/extended/v1/ws', { 'Sec-WebSocket-Key': 'short' })).toBe(
      'HTTP/1.1 400 Bad Request',
    )
    expect(await handshake('/extended/v1/ws', { 'Sec-WebSocket-Version': '99' })).toMatch(/^HTTP\/1.1 4/)
  })

  test('of another kind is ignored: the request is served', async () => {
    expect(await handshake('/extended', { Upgrade: 'h2c' })).toBe('HTTP/1.1 200 OK')
    expect((await fetch(`${chain.url}/extended/v1/ws`)).status).toBe(404)
  })

  test('is open to web pages of any origin, which may read here as they may on the API', async () => {
    expect(await handshake('/extended/v1/ws', { Origin: 'https://example.com' })).toContain('101')
  })

  test('meets the faults that were asked for', async () => {
    for (const fault of [{ type: 'status', status: 503 }, { type: 'reset' }]) {
      const headers = { authorization: `Bearer ${chain.token}` }
      const body = JSON.stringify({ route: 'GET /extended/v1/ws', fault })
      await fetch(`${chain.url}/local/faults`, { method: 'POST', headers, body })
      await expect(connectRaw(chain.url)).rejects.toThrow(
        fault.type === 'reset' ? /socket hang up|ECONNRESET/ : '503',
      )
    }
    const { ask, socket } = await connectRaw(chain.url)
    expect(await ask(subscribe({ event: 'block' }))).toMatchObject({ result: {} })
    socket.terminate()
  })
})

describe('the end', () => {
  test('says goodbye with code 1001, and a client comes back to the chain that goes on', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'local-chain-'))
    const first = await startTestChain({ dataDir })
    const port = Number(new URL(first.chain.url).port)
    const connection = await connectRaw(first.chain.url)
    await first.chain.close()
    expect(await connection.closed).toBe(1001)

    const second = await startTestChain({ dataDir, port })
    const client = await connectWebSocketClient(second.chain.url)
    const heard = new Promise<{ height: number }>((resolve) => client.subscribeBlocks(resolve))
    // After its answer the subscription stands.
    await client.subscribeMempool(() => undefined)
    const [block] = second.chain.mine()
    expect((await heard).height).toBe(block?.height)
    await second.chain.close()
    rmSync(dataDir, { recursive: true })
  })

  test('does not wait for a client that never says goodbye', async () => {
    const mute = await startTestChain()
    const connection = await connectRaw(mute.chain.url)
    connection.socket.pause()
    await mute.chain.close()
    connection.socket.resume()
    expect(await connection.closed).toBe(1001)
  })

  test('leaves the chain to the others when a client vanishes in the middle of its news', async () => {
    const connection = await connectRaw(chain.url)
    await connection.ask(subscribe({ event: 'mempool' }))
    connection.socket.terminate()
    const tx = await signCall({ functionName: 'add', args: [Cl.uint(1)], nonce: 0 })
    expect(await post(tx)).toMatchObject({ status: 200 })
    expect(chain.mine()).toHaveLength(1)
  })
})

import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { isLocalChain } from './isLocalChain.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const answer =
  (body: string, status = 200): RequestListener =>
  (request, response) =>
    response.writeHead(request.url === '/local' ? status : 404).end(body)

test('is one that says so on loopback, with or without a slash at the end of its address', async () => {
  const url = await serve(answer('{"localChain":true}'))
  expect(await isLocalChain(url)).toBe(true)
  expect(await isLocalChain(`${url}/`)).toBe(true)
})

test.each([
  ['says something else', answer('{"localChain":false}')],
  ['says it in other words', answer('{"localChain":"true"}')],
  ['says nothing that can be read', answer('<html>')],
  ['says it with an error', answer('{"localChain":true}', 500)],
  ['does not know the question', answer('{"localChain":true}', 404)],
])('is none that %s', async (_, listener) => {
  expect(await isLocalChain(await serve(listener))).toBe(false)
})

test('is none that sends us to one', async () => {
  const real = await serve(answer('{"localChain":true}'))
  const url = await serve((_, response) => response.writeHead(307, { location: `${real}/local` }).end())
  expect(await isLocalChain(url)).toBe(false)
})

test.each(['https://api.testnet.hiro.so', 'http://127.0.0.1.example.org', 'http://0.0.0.0:3999'])(
  'is none at %s, which is not even asked',
  async (url) => {
    const asked: unknown[] = []
    const { fetch } = globalThis
    globalThis.fetch = async (input) => {
      asked.push(input)
      return Response.json({ localChain: true })
    }
    try {
      expect(await isLocalChain(url)).toBe(false)
    } finally {
      globalThis.fetch = fetch
    }
    expect(asked).toEqual([])
  },
)

test('is none where nobody listens', async () => {
  const url = await serve(answer(''))
  servers.pop()?.close()
  expect(await isLocalChain(url)).toBe(false)
})

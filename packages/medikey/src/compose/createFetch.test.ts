import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFetch } from './createFetch.ts'

const server = createServer((request, response) => {
  if (request.url === '/answers') response.end('yes')
})
let url: string

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

test('asks as ever until the signal aborts, and breaks off then', async () => {
  const giveUp = new AbortController()
  const ask = createFetch({ signal: giveUp.signal })
  expect(await (await ask(`${url}/answers`)).text()).toBe('yes')
  const hanging = ask(`${url}/hangs`)
  giveUp.abort(new Error('stopping'))
  await expect(hanging).rejects.toThrow('stopping')
  await expect(ask(`${url}/answers`)).rejects.toThrow('stopping')
})

test('a request keeps its own signal', async () => {
  const own = new AbortController()
  const hanging = createFetch({ signal: new AbortController().signal })(`${url}/hangs`, {
    signal: own.signal,
  })
  own.abort(new Error('too long'))
  await expect(hanging).rejects.toThrow('too long')
})

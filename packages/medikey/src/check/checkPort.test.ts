import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { checkPort } from './checkPort.ts'

const host = '127.0.0.1'
const known = { name: 'port', setting: 'PORT' } as const
let server: Server | null = null

async function takePort(): Promise<number> {
  server = createServer().listen(0, host)
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

async function freePort(): Promise<number> {
  const port = await takePort()
  server?.close()
  if (server !== null) await once(server, 'close')
  return port
}

afterEach(() => void server?.close())

test('tells a free port, and leaves it free', async () => {
  const port = await freePort()
  const check = { name: 'port', ok: true, detail: `127.0.0.1:${port} is free.` }
  expect(await checkPort({ ...known, host, port, running: null })).toEqual(check)
  expect(await checkPort({ ...known, host, port, running: null })).toEqual(check)
})

test('refuses a port that another program holds', async () => {
  const check = await checkPort({ ...known, host, port: await takePort(), running: null })
  expect(check).toMatchObject({ ok: false, detail: expect.stringContaining('set PORT to another port') })
})

test('names the setting that moves the port', async () => {
  const options = { name: 'chain port', setting: 'MEDIKEY_CHAIN_PORT', host, running: null } as const
  const check = await checkPort({ ...options, port: await takePort() })
  expect(check).toMatchObject({
    name: 'chain port',
    detail: expect.stringContaining('set MEDIKEY_CHAIN_PORT to'),
  })
})

test('takes a port that our own process holds', async () => {
  const running = { url: 'http://127.0.0.1:8787', posts: [], isConfigChanged: false, heartbeat: null }
  const check = await checkPort({ ...known, host, port: await takePort(), running })
  expect(check).toEqual({
    name: 'port',
    ok: true,
    detail: 'MediKey is running and serves http://127.0.0.1:8787.',
  })
})

test('refuses an address that this machine does not have', async () => {
  const check = await checkPort({ ...known, host: '203.0.113.7', port: await freePort(), running: null })
  expect(check).toMatchObject({ ok: false, detail: expect.stringContaining('Correct HOST or PORT') })
})

test('has nothing to look at where any port will do', async () => {
  expect(await checkPort({ ...known, host, port: 0, running: null })).toMatchObject({ ok: true })
})

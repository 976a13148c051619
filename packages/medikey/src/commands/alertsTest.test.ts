import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestContext } from '../../testing/createTestContext.ts'
import { createAlertsCommand } from './alerts.ts'

let directory: string
let server: Server
let status: number
let bodies: string[]

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'medikey-alerts-'))
  status = 202
  bodies = []
  server = createServer((request, response) => {
    request.on('data', (chunk) => bodies.push(String(chunk)))
    request.on('end', () => void response.writeHead(status).end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  writeFileSync(
    join(directory, 'medikey.yaml'),
    `alerts: { webhook: { url: "http://127.0.0.1:${port}/" } }\n`,
  )
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
  rmSync(directory, { recursive: true })
})

const run = async (args: string[], env: Record<string, string> = {}) => {
  const { context, stdout } = createTestContext({
    env: { MEDIKEY_DATA_DIR: join(directory, 'data'), ...env },
    cwd: directory,
  })
  const outcome = await createAlertsCommand(context)
    .parseAsync(['test', ...args], { from: 'user' })
    .then(
      () => null,
      (error: unknown) => error,
    )
  return { outcome, printed: stdout() }
}
const SECRET = { MEDIKEY_WEBHOOK_SECRET: 'a secret of some length that both know'.replaceAll(' ', '-') }

test('prints what came back from every destination, where no MediKey runs', async () => {
  const { outcome, printed } = await run([], SECRET)
  expect(outcome).toBeNull()
  expect(printed).toContain('Test: alerts arrive here')
  expect(printed).toContain('✓ terminal: posted to #alerts')
  expect(printed).toContain('✓ webhook: answered with HTTP status 202.')
  expect(JSON.parse(bodies.join(''))).toMatchObject({ type: 'medikey.alert.test.v1', data: { demo: true } })
})

test('fails where one of them does, and says which and why', async () => {
  status = 401
  const { outcome, printed } = await run([], SECRET)
  expect(outcome).toMatchObject({ code: 'ALERT_TEST_FAILED' })
  expect(printed).toContain('✗ webhook: The webhook refused the alert with HTTP status 401.')
  expect(printed).not.toContain(SECRET.MEDIKEY_WEBHOOK_SECRET)
})

test('says that the secret is missing', async () => {
  const { outcome } = await run([])
  expect(outcome).toMatchObject({ code: expect.stringContaining('CONFIG') })
  expect(String(outcome)).toContain('MEDIKEY_WEBHOOK_SECRET is missing')
})

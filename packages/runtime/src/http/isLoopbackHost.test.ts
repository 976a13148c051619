import { expect, test } from 'vitest'
import { isLoopbackHost } from './isLoopbackHost.ts'

const ask = (url: string) => isLoopbackHost(new URL(url).hostname)

test.each([
  'http://localhost',
  'http://LOCALHOST:3999/path',
  'http://127.0.0.1:3999',
  'http://127.255.0.9',
  'http://127.1',
  'http://2130706433',
  'http://[::1]:3999',
  'http://[0:0:0:0:0:0:0:1]',
])('%s is this machine', (url) => {
  expect(ask(url)).toBe(true)
})

test.each([
  'http://api.localhost',
  'http://localhost.attacker.example',
  'http://127.0.0.1.attacker.example',
  'http://127.attacker.example',
  'http://notlocalhost',
  'http://128.0.0.1',
  'http://10.127.0.0',
  'http://0.0.0.0',
  'http://[::]',
  'http://[::2]',
  'http://localhost@attacker.example',
])('%s is not', (url) => {
  expect(ask(url)).toBe(false)
})

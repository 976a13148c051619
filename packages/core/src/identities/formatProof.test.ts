import { expect, test } from 'vitest'
import { formatProof } from './formatProof.ts'

test.each([
  ['slack', '/medikey link S1 ab'],
  ['terminal', '/medikey link S1 ab'],
  ['discord', '/medikey link principal:S1 signature:ab'],
] as const)('in %s a proof is given as the platform takes it', (platform, line) => {
  expect(formatProof({ platform, principal: 'S1', signature: 'ab' })).toBe(line)
})

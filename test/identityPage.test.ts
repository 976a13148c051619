import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import {
  createPrivateKeySigner,
  signStructuredMessage,
  verifyStructuredMessage,
} from '@medikey/contract-client'
import { parseChallenge, toLinkMessage } from '@medikey/core'
import { expect, test } from 'vitest'

const page = readFileSync(new URL('../docs/identity.md', import.meta.url), 'utf8')
const cell = (name: string) => new RegExp(`^\\| ${name} \\| \`(.*)\` \\|$`, 'm').exec(page)?.[1] ?? ''
const network = 'devnet'

test('the example of docs/identity.md is what is signed, so another signer can be written by it', async () => {
  const signer = createPrivateKeySigner({ privateKey: cell('private key'), network })
  const message = toLinkMessage({ challenge: parseChallenge(cell('challenge')), principal: signer.address })
  expect(await signStructuredMessage({ message, signer, network })).toBe(cell('signature'))
})

test('its bytes and hashes follow from each other', () => {
  const sha256 = (hex: string) => createHash('sha256').update(hex, 'hex').digest('hex')
  const [domainHash, messageHash] = [...page.matchAll(/^\| its hash \| `(.*)` \|$/gm)].map(([, hash]) => hash)
  expect(sha256(cell('serialized domain'))).toBe(domainHash)
  expect(sha256(cell('serialized message'))).toBe(messageHash)
  expect(sha256(`534950303138${domainHash}${messageHash}`)).toBe(cell('digest'))
})

test('it names every field with its value', () => {
  const principal = /principal: '(\w+)/.exec(page)?.[1] ?? ''
  const { domain, fields } = toLinkMessage({ challenge: parseChallenge(cell('challenge')), principal })
  expect(page).toContain(`{ name: "${domain.name}", version: "${domain.version}", chain-id: u2147483648 }`)
  for (const [name, field] of Object.entries(fields)) {
    const value =
      'ascii' in field ? `"${field.ascii}"` : 'uint' in field ? `u${field.uint}` : `'${field.principal}`
    expect(page).toContain(`  ${name}: ${value},\n`)
  }
  const signature = cell('signature')
  const message = { domain, fields }
  expect(verifyStructuredMessage({ message, network, principal, signature })).toBe('valid')
})

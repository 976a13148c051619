import { createPrivateKeySigner } from '@medikey/contract-client'
import { expect, test } from 'vitest'
import { personas } from '../demo/personas.ts'
import { createGetSigner } from './createGetSigner.ts'

const [cmo] = personas

test('the personas sign on a local chain', () => {
  const getSigner = createGetSigner({ keystore: null, isLocal: true })
  expect(personas.map(({ principal }) => getSigner(principal)?.address)).toEqual(
    personas.map(({ principal }) => principal),
  )
  expect(getSigner('ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NND')).toBeNull()
})

test('the personas sign nowhere else: everybody has their keys', () => {
  const getSigner = createGetSigner({ keystore: null, isLocal: false })
  expect(personas.map(({ principal }) => getSigner(principal))).toEqual(personas.map(() => null))
})

test('the keystore comes first', () => {
  const own = createPrivateKeySigner({ privateKey: cmo?.privateKey ?? '', network: 'devnet' })
  const keystore = { getSigner: (principal: string) => (principal === cmo?.principal ? own : null) }
  for (const isLocal of [true, false]) {
    expect(createGetSigner({ keystore, isLocal })(own.address)).toBe(own)
  }
})

import { Cl, cvToValue, deserializeCV, serializeCVBytes } from '@stacks/transactions'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createVm } from './createVm.ts'
import type { Vm } from './Vm.ts'

const sender = 'ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5'
const contractId = `${sender}.clock`
const source = `
(define-constant GREETING "a ; and a ( and a \\" ;; too") ;; (define-constant HIDDEN u1)
(define-constant TWICE (* u2 u21))
(define-public (now) (ok stacks-block-time))
(define-public (divide (divisor uint)) (ok (/ u1 divisor)))
(define-read-only (echo (value (optional uint))) value)
`

const open: Vm[] = []
afterEach(() => {
  for (const vm of open.splice(0)) vm.free()
})

async function start(genesisTime = 1_700_000_000): Promise<Vm> {
  const vm = await createVm({ genesisTime })
  open.push(vm)
  expect(vm.deploy({ name: 'clock', source, clarityVersion: 4, sender })).toMatchObject({
    outcome: 'success',
    result: '0x0703',
  })
  return vm
}

const call = (functionName: string, args: Uint8Array[] = []) => ({ contractId, functionName, args, sender })

describe('the VM', () => {
  test('counts its time from the genesis that it is given, so that the same calls see the same times', async () => {
    const times = async (genesisTime: number) => {
      const vm = await start(genesisTime)
      const first = vm.call(call('now'))
      vm.mineTenure()
      return [first, vm.call(call('now'))].map(({ result }) => Number(cvToValue(deserializeCV(result)).value))
    }
    const [early = 0, late = 0] = await times(1_700_000_000)
    expect(await times(1_700_000_000)).toEqual([early, late])
    expect(await times(1_800_000_000)).toEqual([early + 100_000_000, late + 100_000_000])
    expect(early).toBeGreaterThan(1_700_000_000)
    expect(late).toBeGreaterThan(early)
  })

  test('leaves everybody else the real time', async () => {
    const before = Date.now()
    const vm = createVm({ genesisTime: 1 })
    open.push(await vm)
    expect(Date.now()).toBeGreaterThanOrEqual(before)
  })

  test('mines one block for each execution, however it ends', async () => {
    const vm = await start()
    for (const [functionName, args] of [
      ['now', []],
      ['divide', [Cl.uint(0)]],
      ['divide', []],
      ['echo', [Cl.none()]],
      ['nothing', []],
    ] as const) {
      const height = vm.height()
      vm.call(
        call(
          functionName,
          args.map((arg) => serializeCVBytes(arg)),
        ),
      )
      expect(vm.height(), functionName).toBe(height + 1)
    }
  })

  test('prints nothing of its own', async () => {
    const written = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')]
    const vm = await start()
    expect(vm.call(call('divide', [serializeCVBytes(Cl.uint(0))]))).toMatchObject({ outcome: 'abort' })
    for (const spy of written) expect(spy).not.toHaveBeenCalled()
  })

  test('gives the constants of a contract, whatever stands in strings and comments', async () => {
    const vm = await start()
    const getConstant = (name: string) => vm.getConstant({ contractId, source, name })
    expect(deserializeCV(getConstant('GREETING') ?? '')).toEqual(Cl.stringAscii('a ; and a ( and a " ;; too'))
    expect(deserializeCV(getConstant('TWICE') ?? '')).toEqual(Cl.uint(42))
    expect(getConstant('HIDDEN')).toBeNull()
    expect(getConstant('now')).toBeNull()
  })

  test('says that it has ended when something has ended it', async () => {
    const vm = await start()
    expect(vm.hasTrapped()).toBe(false)
    const deeperThanAnyType = Buffer.from(`${'0a'.repeat(50)}09`, 'hex')
    expect(vm.callReadOnly(call('echo', [deeperThanAnyType]))).toMatchObject({ ok: false })
    expect(vm.hasTrapped()).toBe(true)
    expect(vm.call(call('now'))).toMatchObject({ outcome: 'trap' })
    expect((await start()).call(call('now'))).toMatchObject({ outcome: 'success' })
  })
})

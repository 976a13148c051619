import { expect } from 'vitest'
import { accounts } from '../tests/simnet/accounts.ts'
import { test } from '../tests/simnet/test.ts'
import { listMutants } from './listMutants.ts'
import { operators } from './operators.ts'
import { readSource } from './source/readSource.ts'

/** What an operator makes of a function's body: the bodies it comes to, in their order. */
const examples: readonly { operator: string; body: string; becomes: readonly string[] }[] = [
  {
    operator: 'drop-check',
    body: '(begin (asserts! (map-insert m a b) E1) (try! (f a)) (ok a))',
    becomes: [
      '(begin  (try! (f a)) (ok a))',
      '(begin (map-insert m a b) (try! (f a)) (ok a))',
      '(begin (asserts! (map-insert m a b) E1)  (ok a))',
    ],
  },
  {
    operator: 'swap-checks',
    body: '(begin (asserts! (> a u1) E1) (asserts! (> b u1) E2) (ok a))',
    becomes: ['(begin (asserts! (> b u1) E2) (asserts! (> a u1) E1) (ok a))'],
  },
  {
    operator: 'swap-checks',
    body: '(begin (asserts! (> a u1) E1) (let ((c (try! (f a)))) (print c) (ok c)))',
    becomes: ['(begin (let ((c (try! (f a)))) (asserts! (> a u1) E1) (print c) (ok c)))'],
  },
  {
    operator: 'swap-checks',
    body: '(begin (asserts! (> a u1) E1) (ok (try! (f a))))',
    becomes: ['(begin (let ((answer (ok (try! (f a))))) (asserts! (> a u1) E1) answer))'],
  },
  {
    operator: 'negate-condition',
    body: '(begin (asserts! (not (> a u1)) E1) (and (> b u1) (map-set m a b)) (ok a))',
    becomes: [
      '(begin (asserts! (> a u1) E1) (and (> b u1) (map-set m a b)) (ok a))',
      '(begin (asserts! (not (> a u1)) E1) (and (not (> b u1)) (map-set m a b)) (ok a))',
    ],
  },
  {
    operator: 'fix-condition',
    body: '(begin (asserts! (> a u1) E1) (ok (if (> b u1) a b)))',
    becomes: [
      '(begin (asserts! false E1) (ok (if (> b u1) a b)))',
      '(begin (asserts! (> a u1) E1) (ok (if true a b)))',
      '(begin (asserts! (> a u1) E1) (ok (if false a b)))',
    ],
  },
  {
    operator: 'exchange-logic',
    body: '(ok (if (and (> a u1) (> b u1)) a b))',
    becomes: ['(ok (if (or (> a u1) (> b u1)) a b))'],
  },
  {
    operator: 'flip-comparison',
    body: '(ok (if (<= a b) a b))',
    becomes: [
      '(ok (if (not (<= a b)) a b))',
      '(ok (if (< a b) a b))',
      '(ok (if (> a b) a b))',
      '(ok (if (>= a b) a b))',
      '(ok (if (is-eq a b) a b))',
    ],
  },
  {
    operator: 'move-bound',
    body: '(ok (if (< a u0) a u7))',
    becomes: [
      '(ok (if (< (+ a u1) u0) a u7))',
      '(ok (if (< (- a u1) u0) a u7))',
      '(ok (if (< a u1) a u7))',
      '(ok (if (< a u0) a u8))',
      '(ok (if (< a u0) a u6))',
    ],
  },
  {
    operator: 'change-arithmetic',
    body: '(ok (- a b))',
    becomes: ['(ok a)', '(ok b)', '(ok (- b a))', '(ok (+ a b))'],
  },
  {
    operator: 'forget-write',
    body: '(begin (map-delete m a) (asserts! (map-insert m a b) E1) (var-set v a) (ok a))',
    becomes: [
      '(begin  (asserts! (map-insert m a b) E1) (var-set v a) (ok a))',
      '(begin (map-delete m a) (asserts! true E1) (var-set v a) (ok a))',
      '(begin (map-delete m a) (asserts! (map-insert m a b) E1)  (ok a))',
    ],
  },
  {
    operator: 'exchange-write',
    body: '(begin (map-set m a b) (ok a))',
    becomes: ['(begin (map-insert m a b) (ok a))'],
  },
  {
    operator: 'drop-print',
    body: '(begin (print a) (ok a))',
    becomes: ['(begin  (ok a))'],
  },
  {
    operator: 'drop-field',
    body: '(begin (print { event: "x", a: a }) (ok (merge { a: a } { a: b })))',
    becomes: [
      '(begin (print {  a: a }) (ok (merge { a: a } { a: b })))',
      '(begin (print { event: "x",  }) (ok (merge { a: a } { a: b })))',
      '(begin (print { event: "x", a: a }) (ok { a: a }))',
    ],
  },
  {
    operator: 'change-text',
    body: '(begin (print "x") (ok a))',
    becomes: ['(begin (print "") (ok a))', '(begin (print "xx") (ok a))'],
  },
  {
    operator: 'change-value',
    body: '(let ((c u5)) (ok { c: c }))',
    becomes: ['(let ((c u5)) (ok { c: a }))', '(let ((c u5)) (ok { c: b }))', '(let ((c u5)) (ok { c: K }))'],
  },
  {
    operator: 'change-get',
    body: '(ok (+ (get x { x: a, y: b }) (get y { x: a, y: b })))',
    becomes: [
      '(ok (+ (get y { x: a, y: b }) (get y { x: a, y: b })))',
      '(ok (+ (get x { x: a, y: b }) (get x { x: a, y: b })))',
    ],
  },
  {
    operator: 'change-default',
    body: '(ok (default-to u0 (map-get? m a)))',
    becomes: [`(ok (default-to u${2n ** 128n - 1n} (map-get? m a)))`],
  },
  {
    operator: 'flip-boolean',
    body: '(ok (if true a b))',
    becomes: ['(ok (if false a b))'],
  },
  {
    operator: 'exchange-sender',
    body: '(ok (if (is-eq contract-caller tx-sender) a b))',
    becomes: [
      '(ok (if (is-eq tx-sender tx-sender) a b))',
      '(ok (if (is-eq contract-caller contract-caller) a b))',
    ],
  },
  {
    operator: 'change-error',
    body: '(ok (unwrap! (map-get? m a) E1))',
    becomes: ['(ok (unwrap! (map-get? m a) E2))'],
  },
  { operator: 'change-answer', body: '(if (> a b) (ok a) E2)', becomes: ['(if (> a b) E1 E2)'] },
  {
    operator: 'panic',
    body: '(ok (+ (unwrap! (map-get? m a) E1) (try! (f a))))',
    becomes: [
      '(ok (+ (unwrap-panic (map-get? m a)) (try! (f a))))',
      '(ok (+ (unwrap! (map-get? m a) E1) (unwrap-panic (f a))))',
    ],
  },
]

const HEAD = `(define-constant E1 (err u1))
(define-constant E2 (err u2))
(define-constant K u9)
(define-map m uint uint)
(define-data-var v uint u0)
(define-private (f (n uint)) (if (> n u3) (ok n) E1))
`
const SIGNATURE = '(define-public (g (a uint) (b uint)) '

test.for(examples)('$operator on $body', ({ operator, body, becomes }, { simnet }) => {
  const source = `${HEAD}${SIGNATURE}${body})`
  const contract = `snippet-${simnet.stacksBlockHeight}`
  simnet.deployContract(contract, source, { clarityVersion: 4 }, accounts.cmo)
  const mutants = listMutants({
    source,
    definitions: readSource(simnet, `${accounts.cmo}.${contract}`),
    operators: operators.filter(({ name }) => name === operator),
  })
  const bodies = mutants
    .filter(({ definition }) => definition === 'g')
    .map((mutant) => mutant.source.slice(HEAD.length + SIGNATURE.length, -1))
  expect(bodies.toSorted()).toEqual([...becomes].toSorted())
})

test('change-access opens and closes a function', ({ simnet }) => {
  const source = '(define-private (f) (ok true))'
  const contract = `snippet-${simnet.stacksBlockHeight}`
  simnet.deployContract(contract, source, { clarityVersion: 4 }, accounts.cmo)
  const definitions = readSource(simnet, `${accounts.cmo}.${contract}`)
  const made = listMutants({ source, definitions, operators }).filter(
    ({ operator }) => operator === 'change-access',
  )
  expect(made.map((mutant) => mutant.source)).toEqual([
    '(define-public (f) (ok true))',
    '(define-read-only (f) (ok true))',
  ])
})

test('every operator has an example', () => {
  const shown = new Set([...examples.map(({ operator }) => operator), 'change-access'])
  expect([...shown].toSorted()).toEqual(operators.map(({ name }) => name).toSorted())
})

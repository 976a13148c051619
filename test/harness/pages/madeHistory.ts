import { Cl, type ClarityValue, cvToHex, getAddressFromPrivateKey } from '@stacks/transactions'

/** A record, its grants, and what is drawn from it: the events of one record follow one another. */
const EVENTS_OF_A_RECORD = 100
const STAFF = 9
/** Of the transactions every so many is refused. */
const REFUSED_EVERY = 1_000
const SEQUENCE = 0x7fffffff
const BEGIN = 1_790_000_000

const addresses = Array.from({ length: STAFF + 1 }, (_, index) =>
  getAddressFromPrivateKey(
    `${String(index + 1)
      .repeat(64)
      .slice(0, 64)}01`,
    'devnet',
  ),
)
const physician = addresses[0] ?? ''

export const contract = `${physician}.medvault`

const toHash = (kind: 'a' | 'b', index: number) => `0x${kind}${index.toString(16).padStart(63, '0')}`
const isRefused = (index: number) => index % REFUSED_EVERY === REFUSED_EVERY - 1
/** The transaction, one a block, that printed an event. The first one deployed the contract. */
const transactionOf = (event: number) => event + 1 + Math.floor((event + 1) / (REFUSED_EVERY - 1))
const heightOf = (transaction: number) => transaction + 1
const textOf = (text: string) => Cl.stringAscii(text)

/** What the event of a place in the history printed: always the same. */
function printOf(event: number): ClarityValue {
  const record = Cl.uint(Math.floor(event / EVENTS_OF_A_RECORD) + 1)
  const step = event % EVENTS_OF_A_RECORD
  if (step === 0) {
    return Cl.tuple({
      event: textOf('medical-record-created'),
      'record-id': record,
      physician: Cl.principal(physician),
      'record-category': textOf('cardiology'),
      'data-volume': Cl.uint(2n ** 127n),
      'created-at': Cl.uint(heightOf(transactionOf(event))),
    })
  }
  const staff = addresses[(step % STAFF) + 1] ?? ''
  if (step <= STAFF) {
    return Cl.tuple({
      event: textOf('medical-access-granted'),
      'record-id': record,
      physician: Cl.principal(physician),
      'medical-staff': Cl.principal(staff),
      'access-limit': Cl.uint(1_000),
    })
  }
  return Cl.tuple({
    event: textOf('medical-data-accessed'),
    'record-id': record,
    accessor: Cl.principal(staff),
    'access-volume': Cl.uint(3),
    'accessed-volume': Cl.uint((step - STAFF) * 3),
    'data-volume': Cl.uint(2n ** 127n),
    'staff-usage': Cl.uint(Math.floor(step / STAFF) * 3),
  })
}

const textOfQuery = (query: URLSearchParams, name: string, otherwise: number) =>
  Number(query.get(name) ?? otherwise)

/** A page of the contract's logs, as the API tells it, of a history of so many events. */
export function logsPage(events: number, query: URLSearchParams) {
  const limit = textOfQuery(query, 'limit', 20)
  const [height, , , eventIndex] = query.get('cursor')?.split(':') ?? []
  // The newest event at or below that height.
  let top = height === undefined ? events - 1 : Math.min(events - 1, Number(height) - 2)
  while (height !== undefined && top >= 0 && heightOf(transactionOf(top)) > Number(height)) top -= 1
  if (eventIndex !== undefined && Number(eventIndex) < 0) top -= 1
  top -= textOfQuery(query, 'offset', 0)
  if (top < 0) return null
  const toCursor = (event: number) =>
    event < 0 || event >= events ? null : `${heightOf(transactionOf(event))}:${SEQUENCE}:0:0`
  return {
    limit,
    total: events,
    cursor: toCursor(top),
    prev_cursor: toCursor(top - limit),
    next_cursor: top === events - 1 ? null : toCursor(Math.min(top + limit, events - 1)),
    results: Array.from({ length: Math.min(limit, top + 1) }, (_, index) => ({
      event_index: 0,
      event_type: 'smart_contract_log',
      tx_id: toHash('a', transactionOf(top - index)),
      contract_log: {
        contract_id: contract,
        topic: 'print',
        value: { hex: cvToHex(printOf(top - index)), repr: '' },
      },
    })),
  }
}

const called = { contract_id: contract, function_name: 'access-medical-data' }

function summaryOf(index: number) {
  return {
    tx_id: toHash('a', index),
    sender: { address: physician, nonce: index },
    sponsor: null,
    fee_rate: '300',
    block: blockOf(index),
    bitcoin_block: { height: 1, time: BEGIN },
    status: isRefused(index) ? 'abort_by_response' : 'success',
    ...(index === 0
      ? { type: 'smart_contract', smart_contract: { contract_id: contract } }
      : { type: 'contract_call', contract_call: called }),
  }
}

function blockOf(index: number) {
  return {
    height: heightOf(index),
    hash: toHash('b', index),
    index_hash: toHash('b', index),
    time: BEGIN + index * 5,
    tx_index: 0,
  }
}

const countTransactions = (events: number) => transactionOf(events - 1) + 1

/** A page of the contract's transactions. */
export function transactionsPage(events: number, query: URLSearchParams) {
  const limit = textOfQuery(query, 'limit', 20)
  const count = countTransactions(events)
  const height = query.get('cursor')?.split(':')[0]
  const top = height === undefined ? count - 1 : Math.min(count - 1, Number(height) - 1)
  const toCursor = (index: number) =>
    index < 0 || index >= count ? null : `${heightOf(index)}:${SEQUENCE}:0`
  return {
    limit,
    total: count,
    cursor: {
      next: toCursor(top - limit),
      previous: top === count - 1 ? null : toCursor(Math.min(top + limit, count - 1)),
      current: toCursor(top),
    },
    results: Array.from({ length: Math.max(0, Math.min(limit, top + 1)) }, (_, index) => ({
      transaction: summaryOf(top - index),
      involvement: 'affected',
      balance_changes: { stx: { sent: '0', received: '0', net: '0' } },
    })),
  }
}

/** One transaction, with what a refused call asked. */
export function transaction(txid: string) {
  const index = Number.parseInt(txid.slice(3), 16)
  return {
    ...summaryOf(index),
    result: { hex: cvToHex(Cl.error(Cl.uint(105))) },
    contract_call: { ...called, function_args: [{ hex: cvToHex(Cl.uint(1)) }] },
  }
}

/** A block, of which each holds one transaction. */
export function block(height: number) {
  const { hash, time } = blockOf(height - 1)
  return {
    canonical: true,
    height,
    hash,
    parent_block_hash: toHash('b', Math.max(0, height - 2)),
    block_time: time,
    tenure_height: height,
    burn_block_height: height,
  }
}

/** The contract's deployment, which is its first transaction. */
export function deployment() {
  return { tx_id: toHash('a', 0), canonical: true, contract_id: contract, block_height: heightOf(0) }
}

/** The API's status, with the newest block. */
export function status(events: number) {
  const { height, hash } = blockOf(countTransactions(events) - 1)
  return { chain_tip: { block_height: height, block_hash: hash, burn_block_height: height } }
}

import {
  sampleAlert,
  sampleAlertFinding,
  sampleGrant,
  sampleRequest,
  sampleTransaction,
} from '@medikey/core/testing'
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { emptyTables } from '../../testing/emptyTables.ts'
import type { Connection } from '../connection/Connection.ts'
import { connectPglite } from '../connection/connectPglite.ts'
import { toStoreError } from '../errors/toStoreError.ts'
import { runMigrations } from '../migration/runMigrations.ts'
import { startBoss } from '../queue/startBoss.ts'
import { createUnitOfWork } from '../unit/createUnitOfWork.ts'

let connection: Connection
beforeAll(async () => {
  connection = await connectPglite({ directory: null })
  await runMigrations(connection)
  const boss = await startBoss({ connection, logger: { warn() {}, error() {} } })
  await boss.stop()
}, 30_000)
afterAll(() => connection.close())

/** As somebody who writes past MediKey's code would. */
const write = (statement: SQL) =>
  connection.db.execute(statement).catch((error) => {
    throw toStoreError(error)
  })

describe('the database itself refuses', () => {
  beforeEach(async () => {
    await emptyTables(connection)
    await connection.transaction(async (tx) => {
      const unit = createUnitOfWork(tx, { enqueue: async () => {} })
      const at = new Date(0)
      await unit.insertRequest(sampleRequest({ id: 'r1' }))
      await unit.insertRequest(sampleRequest({ id: 'r2', recordId: 8n }))
      await unit.insertTransaction(
        sampleTransaction({ id: 't1', requestId: 'r1', status: 'signed', nonce: 1n, txid: '0x1' }),
      )
      await unit.insertTransaction(
        sampleTransaction({ id: 't2', requestId: 'r1', status: 'dropped', nonce: 1n, txid: '0x2' }),
      )
      await unit.insertTransaction(sampleTransaction({ id: 't3', requestId: 'r2', status: 'queued' }))
      const { recordId, medicalStaff } = sampleGrant({ requestId: 'r1' })
      const grants = [sampleGrant({ requestId: 'r1' }), sampleGrant({ requestId: 'r2', status: 'revoked' })]
      await unit.setGrants({ recordId, medicalStaff, grants })
      await unit.insertAlerts([sampleAlert({ id: 'a1' })])
      await unit.insertAlerts([sampleAlert({ id: 'a2', status: 'resolved' })])
      const alertId = 'a1'
      await unit.insertFindings([
        sampleAlertFinding({ alertId, fingerprint: 'happened', kind: 'happening', endedAt: at }),
        sampleAlertFinding({ alertId, fingerprint: 'holds', kind: 'condition' }),
      ])
      const lane = { subject: { requestId: 'r1' }, platform: 'slack' } as const
      await unit.addPosts([{ id: 'p1', lane, kind: 'card', recipient: null, message: null, at }])
      await unit.addPosts([{ id: 'p2', lane, kind: 'thread', recipient: null, message: null, at }])
      await unit.setCheckpoint({ blockHeight: 1, blockHash: '0xb', event: null, calls: null })
      const account = { platform: 'slack', workspace: 'T1', userId: 'U1' } as const
      await unit.putLink({ account, principal: 'ST1', linkedAt: at })
      await unit.claimDelivery({ key: 'd1', requestId: 'r1', at })
      await unit.appendAudit([
        {
          at,
          action: 'request-submitted',
          actor: null,
          account: null,
          requestId: 'r1',
          recordId: 7n,
          detail: {},
        },
      ])
    })
  })

  test.each([
    [
      'a second undecided request',
      sql`update requests set record_id = 7 where id = 'r2'`,
      'requests_one_undecided',
    ],
    [
      'a grant of no record',
      sql`update requests set record_id = null where id = 'r2'`,
      'requests_access_whole',
    ],
    [
      'a draw of nothing',
      sql`update requests set kind = 'access', volume = null where id = 'r2'`,
      'requests_action_whole',
    ],
    [
      'a request of a kind that nobody knows',
      sql`update requests set kind = 'delete' where id = 'r2'`,
      'requests_action_whole',
    ],
    [
      'a second live transaction',
      sql`update transactions set status = 'unknown', nonce = 9 where id = 't2'`,
      'transactions_one_live',
    ],
    [
      'a nonce twice',
      sql`update transactions set status = 'signed', nonce = 1 where id = 't3'`,
      'transactions_one_nonce',
    ],
    ['a txid twice', sql`update transactions set txid = '0x1' where id = 't2'`, 'transactions_txid'],
    [
      'a second active grant',
      sql`update grants set status = 'active' where request_id = 'r2'`,
      'grants_one_active',
    ],
    [
      'a second open alert of a rule and cause',
      sql`update alerts set status = 'firing' where id = 'a2'`,
      'alerts_one_open',
    ],
    [
      'a happening twice',
      sql`update alert_findings set fingerprint = 'happened' where fingerprint = 'holds'`,
      'alert_findings_once',
    ],
    ['a second card', sql`update posts set kind = 'card' where id = 'p2'`, 'posts_one_card'],
    ['a post about two things', sql`update posts set alert_id = 'a1' where id = 'p2'`, 'posts_one_subject'],
    ['a post about nothing', sql`update posts set request_id = null where id = 'p2'`, 'posts_one_subject'],
    [
      'a card of an alert',
      sql`update posts set request_id = null, alert_id = 'a1' where id = 'p1'`,
      'posts_card_of_request',
    ],
    [
      'a second person of a principal in a workspace',
      sql`insert into links values ('slack', 'T1', 'U2', 'ST1', now())`,
      'links_one_person',
    ],
    [
      'a second principal of an account',
      sql`insert into links values ('slack', 'T1', 'U1', 'ST2', now())`,
      'links_platform_workspace_user_id_pk',
    ],
    ['a delivery twice', sql`insert into deliveries values ('d1', 'r2', now())`, 'deliveries_pkey'],
    [
      'a second checkpoint',
      sql`insert into checkpoints ("only", block_height, block_hash) values (false, 2, '0xb')`,
      'checkpoints_one_row',
    ],
    [
      'forgetting a request that has a grant',
      sql`delete from requests where id = 'r1'`,
      'grants_request_id_requests_id_fk',
    ],
    [
      'a changed audit',
      sql`update audit_entries set actor = 'somebody else'`,
      'audit_entries is append-only',
    ],
    ['a shortened audit', sql`delete from audit_entries`, 'audit_entries is append-only'],
    ['an emptied audit', sql`truncate audit_entries`, 'audit_entries is append-only'],
  ])('%s', async (_, statement, rule) => {
    await expect(write(statement)).rejects.toMatchObject({ name: 'StoreRuleError', rule })
  })
})

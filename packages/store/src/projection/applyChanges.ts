import type { ProjectionChanges } from '@medikey/core'
import { sql } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { addDraws } from './addDraws.ts'
import { rowsOf } from './rowsOf.ts'

const RECORD = {
  recordId: 'numeric',
  physician: 'text',
  recordCategory: 'text',
  dataVolume: 'numeric',
  accessedVolume: 'numeric',
  createdAtHeight: 'numeric',
  activeRecord: 'boolean',
}
const PRIVILEGE = {
  recordId: 'numeric',
  medicalStaff: 'text',
  accessLimit: 'numeric',
  usage: 'numeric',
  txid: 'text',
  grantedAt: 'timestamptz',
}

/** Brings records, privileges and draws to where the changes leave them. */
export async function applyChanges(tx: Database, changes: ProjectionChanges): Promise<void> {
  const { created, volumes, archived, granted, usages, revoked, draws } = changes
  if (created.length > 0)
    await tx.execute(sql`insert into records
        (record_id, physician, record_category, data_volume, accessed_volume, created_at_height, active_record)
      select "recordId", physician, "recordCategory", "dataVolume", "accessedVolume", "createdAtHeight", "activeRecord"
      from ${rowsOf({ rows: created, columns: RECORD })} on conflict (record_id) do nothing`)
  if (volumes.length > 0)
    await tx.execute(sql`update records set accessed_volume = x."accessedVolume"
      from ${rowsOf({ rows: volumes, columns: { recordId: 'numeric', accessedVolume: 'numeric' } })} as x
      where record_id = x."recordId"`)
  if (archived.length > 0)
    await tx.execute(sql`update records set active_record = false
      from ${rowsOf({ rows: archived.map((recordId) => ({ recordId })), columns: { recordId: 'numeric' } })} as x
      where record_id = x."recordId"`)
  if (revoked.length > 0)
    await tx.execute(sql`delete from privileges
      using ${rowsOf({ rows: revoked, columns: { recordId: 'numeric', medicalStaff: 'text' } })} as x
      where record_id = x."recordId" and medical_staff = x."medicalStaff"`)
  if (granted.length > 0)
    await tx.execute(sql`insert into privileges
        (record_id, medical_staff, access_limit, usage, txid, granted_at)
      select "recordId", "medicalStaff", "accessLimit", usage, txid, "grantedAt"
      from ${rowsOf({ rows: granted, columns: PRIVILEGE })}
      on conflict (record_id, medical_staff) do update set
        access_limit = excluded.access_limit, usage = excluded.usage,
        txid = excluded.txid, granted_at = excluded.granted_at`)
  if (usages.length > 0)
    await tx.execute(sql`update privileges set usage = x.usage
      from ${rowsOf({ rows: usages, columns: { recordId: 'numeric', medicalStaff: 'text', usage: 'numeric' } })} as x
      where record_id = x."recordId" and medical_staff = x."medicalStaff"`)
  await addDraws(tx, draws)
}

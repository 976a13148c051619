import type { PGlite } from '@electric-sql/pglite'

const PEOPLE = 200
const DAYS = 30
const HOURS = 8

/** How many draws come last: what a look is given. */
export const CHANGES = 20

/**
 * Fills an empty store by its tables: records of 200 physicians with an event each, a privilege for every fifth, what
 * everybody drew in the last 30 days, and nothing that is due. Last come the events of some draws.
 */
export async function fillClinic(client: PGlite, options: { records: number; now: Date }): Promise<void> {
  const { records, now } = options
  const at = `timestamptz '${now.toISOString()}'`
  // Within two days at any size: neither unused nor untouched for long enough.
  const ago = `${at} - interval '10 minutes' - interval '1 day' * ((${records} - id)::float8 / ${records})`
  const insertEvents =
    'insert into events (txid, event_index, block_height, block_hash, block_time, name, record_id, value, raw_hex)'
  await client.exec(`
    insert into records
      (record_id, physician, record_category, data_volume, accessed_volume, created_at_height, active_record)
      select id, ${toPerson('id')}, 'cardiology', 1000000, 0, id + 1, true from generate_series(1, ${records}) id;
    insert into privileges (record_id, medical_staff, access_limit, usage, txid, granted_at)
      select id, ${toPerson('id + 1')}, 1000, (id / 5) % 2, ${toHash('b', 'id')}, ${ago}
      from generate_series(5, ${records}, 5) id;
    ${insertEvents}
      select ${toHash('a', 'id')}, 0, id + 1, ${toHash('c', 'id')}, ${ago}, 'medical-record-created', id,
        json_build_object('event', 'medical-record-created', 'recordId', ${toUint('id')},
          'physician', ${toPerson('id')}, 'recordCategory', 'cardiology', 'dataVolume', ${toUint('1000000')},
          'createdAt', ${toUint('id + 1')}), '0x0c'
      from generate_series(1, ${records}) id;
    ${insertEvents}
      select ${toHash('d', 'id')}, 0, ${records} + 1 + id, ${toHash('e', 'id')}, ${at} - interval '1 minute',
        'medical-data-accessed', ${records} - id * 5,
        json_build_object('event', 'medical-data-accessed', 'recordId', ${toUint(`${records} - id * 5`)},
          'accessor', ${toPerson(`${records} - id * 5 + 1`)}, 'accessVolume', ${toUint('1')},
          'accessedVolume', ${toUint('1')}, 'dataVolume', ${toUint('1000000')}, 'staffUsage', ${toUint('1')}), '0x0c'
      from generate_series(1, ${CHANGES}) id;
    insert into draws (principal, hour, as_physician, draws, volume)
      select ${toPerson('id')}, date_trunc('day', ${at}) - make_interval(days => day, hours => -8 - hour),
        id % 2 = 0, 3, 30 + (id + day + hour) % 7
      from generate_series(1, ${PEOPLE}) id, generate_series(1, ${DAYS}) day, generate_series(1, ${HOURS}) hour;
  `)
}

const toPerson = (id: string) => `('ST' || lpad(((${id}) % ${PEOPLE})::text, 38, '0'))`
const toHash = (kind: string, id: string) => `('0x${kind}' || lpad(to_hex(${id}), 63, '0'))`
const toUint = (number: string) => `json_build_object('uint', (${number})::text)`

// Generated from contracts/medvault.clar by scripts/generate.ts. Edits are lost.

import { z } from 'zod'

/** The contract's functions: the Clarity types of their arguments, and what a decoded answer looks like. */
export const contractFunctions = {
  accessMedicalData: {
    clarityName: 'access-medical-data',
    access: 'public',
    arguments: [{ name: 'recordId', type: 'uint128' }, { name: 'accessVolume', type: 'uint128' }],
    result: z.union([z.strictObject({ ok: z.boolean() }), z.strictObject({ error: z.bigint() })]),
  },
  archiveRecord: {
    clarityName: 'archive-record',
    access: 'public',
    arguments: [{ name: 'recordId', type: 'uint128' }],
    result: z.union([z.strictObject({ ok: z.boolean() }), z.strictObject({ error: z.bigint() })]),
  },
  createMedicalRecord: {
    clarityName: 'create-medical-record',
    access: 'public',
    arguments: [{ name: 'recordCategory', type: {'string-ascii':{'length':128}} }, { name: 'dataVolume', type: 'uint128' }],
    result: z.union([z.strictObject({ ok: z.bigint() }), z.strictObject({ error: z.bigint() })]),
  },
  disableMaintenance: {
    clarityName: 'disable-maintenance',
    access: 'public',
    arguments: [],
    result: z.union([z.strictObject({ ok: z.boolean() }), z.strictObject({ error: z.bigint() })]),
  },
  enableMaintenance: {
    clarityName: 'enable-maintenance',
    access: 'public',
    arguments: [],
    result: z.union([z.strictObject({ ok: z.boolean() }), z.strictObject({ error: z.bigint() })]),
  },
  grantMedicalAccess: {
    clarityName: 'grant-medical-access',
    access: 'public',
    arguments: [{ name: 'recordId', type: 'uint128' }, { name: 'medicalStaff', type: 'principal' }, { name: 'accessLimit', type: 'uint128' }],
    result: z.union([z.strictObject({ ok: z.boolean() }), z.strictObject({ error: z.bigint() })]),
  },
  revokeMedicalAccess: {
    clarityName: 'revoke-medical-access',
    access: 'public',
    arguments: [{ name: 'recordId', type: 'uint128' }, { name: 'medicalStaff', type: 'principal' }],
    result: z.union([z.strictObject({ ok: z.boolean() }), z.strictObject({ error: z.bigint() })]),
  },
  checkMedicalAccess: {
    clarityName: 'check-medical-access',
    access: 'read_only',
    arguments: [{ name: 'recordId', type: 'uint128' }, { name: 'medicalStaff', type: 'principal' }, { name: 'accessVolume', type: 'uint128' }],
    result: z.union([z.strictObject({ ok: z.boolean() }), z.strictObject({ error: z.bigint() })]),
  },
  getAccessPrivilege: {
    clarityName: 'get-access-privilege',
    access: 'read_only',
    arguments: [{ name: 'recordId', type: 'uint128' }, { name: 'medicalStaff', type: 'principal' }],
    result: z.strictObject({ accessLimit: z.bigint(), canAccess: z.boolean() }).nullable(),
  },
  getChiefMedicalOfficer: {
    clarityName: 'get-chief-medical-officer',
    access: 'read_only',
    arguments: [],
    result: z.string(),
  },
  getMedicalRecord: {
    clarityName: 'get-medical-record',
    access: 'read_only',
    arguments: [{ name: 'recordId', type: 'uint128' }],
    result: z.strictObject({ accessedVolume: z.bigint(), activeRecord: z.boolean(), createdAt: z.bigint(), dataVolume: z.bigint(), physician: z.string(), recordCategory: z.string() }).nullable(),
  },
  getMedicalRecords: {
    clarityName: 'get-medical-records',
    access: 'read_only',
    arguments: [{ name: 'recordIds', type: {'list':{'type':'uint128','length':25}} }],
    result: z.array(z.strictObject({ accessedVolume: z.bigint(), activeRecord: z.boolean(), createdAt: z.bigint(), dataVolume: z.bigint(), physician: z.string(), recordCategory: z.string() }).nullable()),
  },
  getPhysicianStats: {
    clarityName: 'get-physician-stats',
    access: 'read_only',
    arguments: [{ name: 'physician', type: 'principal' }],
    result: z.strictObject({ recordCount: z.bigint(), totalDataManaged: z.bigint() }),
  },
  getStaffUsage: {
    clarityName: 'get-staff-usage',
    access: 'read_only',
    arguments: [{ name: 'recordId', type: 'uint128' }, { name: 'medicalStaff', type: 'principal' }],
    result: z.bigint(),
  },
  getTotalRecords: {
    clarityName: 'get-total-records',
    access: 'read_only',
    arguments: [],
    result: z.bigint(),
  },
  isChiefMedicalOfficer: {
    clarityName: 'is-chief-medical-officer',
    access: 'read_only',
    arguments: [{ name: 'user', type: 'principal' }],
    result: z.boolean(),
  },
  isSystemMaintenance: {
    clarityName: 'is-system-maintenance',
    access: 'read_only',
    arguments: [],
    result: z.boolean(),
  },
} as const

import { randomUUID } from 'node:crypto'
import type { AccessRequest } from '../../src/model/AccessRequest.ts'

/** A pending request for a grant, for tests; each has an id of its own. */
export function sampleRequest(overrides: Partial<AccessRequest> = {}): AccessRequest {
  return {
    id: randomUUID(),
    kind: 'grant',
    status: 'pending',
    origin: 'person',
    recordId: 7n,
    physician: 'ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5',
    medicalStaff: 'ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG',
    accessLimit: 100n,
    durationMs: 28_800_000,
    reason: 'Night cover',
    requester: 'ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5',
    requesterAccount: { platform: 'slack', workspace: 'T0CLINIC', userId: 'U0PHYSICIAN' },
    standing: null,
    consentedAt: null,
    createdAt: new Date('2026-01-01T09:00:00.000Z'),
    approvalExpiresAt: new Date('2026-01-02T09:00:00.000Z'),
    executionExpiresAt: null,
    decidedBy: null,
    decidedByAccount: null,
    decidedAt: null,
    decisionReason: null,
    grantRequestId: null,
    ...overrides,
  }
}

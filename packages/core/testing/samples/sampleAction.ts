import { randomUUID } from 'node:crypto'
import type { ActionRequest, ActionTerms } from '../../src/model/ActionRequest.ts'
import type { RequestBase } from '../../src/model/Request.ts'

const DRAW: ActionTerms = {
  kind: 'access',
  recordId: 7n,
  volume: 50n,
  category: null,
  reason: 'Follow-up',
}

/** A draw that its requester has not confirmed yet, or what else is told, for tests; each has an id of its own. */
export function sampleAction(overrides: Partial<RequestBase> = {}, terms: ActionTerms = DRAW): ActionRequest {
  return {
    ...terms,
    id: randomUUID(),
    status: 'unconfirmed',
    origin: 'person',
    requester: 'ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG',
    requesterAccount: { platform: 'slack', workspace: 'T0CLINIC', userId: 'U0NADIA' },
    createdAt: new Date('2026-01-01T09:00:00.000Z'),
    approvalExpiresAt: new Date('2026-01-01T09:10:00.000Z'),
    executionExpiresAt: null,
    decidedBy: null,
    decidedByAccount: null,
    decidedAt: null,
    decisionReason: null,
    ...overrides,
  }
}

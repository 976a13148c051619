import type { ProjectionChanges } from '../../src/model/Projection.ts'

/** Changes of the projection: those given, and no others. */
export function sampleChanges(changes: Partial<ProjectionChanges>): ProjectionChanges {
  return {
    created: [],
    volumes: [],
    archived: [],
    granted: [],
    usages: [],
    revoked: [],
    draws: [],
    ...changes,
  }
}
